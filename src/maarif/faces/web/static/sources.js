// Sources: files and folders that are dragged in go up one by one; then the page is told how far things have come.
"use strict";

const TOGETHER = 24 * 1024 * 1024;

async function filesOf(entry, path = "") {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    return [[path + entry.name, file]];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return found;
    for (const each of some) found.push(...await filesOf(each, `${path}${entry.name}/`));
  }
}

// Small files go together, large ones alone.
function loads(files) {
  const made = [];
  let held = [], size = 0;
  for (const [name, file] of files) {
    if (held.length && (size + file.size > TOGETHER || held.length >= 200)) { made.push(held); held = []; size = 0; }
    held.push([name, file]);
    size += file.size;
  }
  if (held.length) made.push(held);
  return made;
}

function sendLoad(place, load, heap, tell) {
  const form = new FormData();
  if (heap) form.append("heap", heap);
  for (const [name, file] of load) form.append("files", file, name);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", place.dataset.bring);
    request.setRequestHeader("X-CSRF-Token", JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRF-Token"]);
    request.responseType = "json";
    request.upload.onprogress = (event) => tell(event.loaded);
    request.onload = () => request.status === 200 ? done(request.response.heap) : failed(new Error(String(request.status)));
    request.onerror = () => failed(new Error("gone"));
    request.send(form);
  });
}

async function bring(files) {
  const place = document.getElementById("drop");
  const sending = document.getElementById("sending");
  const line = sending.querySelector(".line"), bar = sending.querySelector("progress");
  if (!files.length) return;
  sending.hidden = false;
  bar.hidden = false;
  line.textContent = place.dataset.sending;
  const total = files.reduce((sum, [, file]) => sum + file.size, 0) || 1;
  let heap = "", sent = 0;
  try {
    for (const load of loads(files)) {
      heap = await sendLoad(place, load, heap, (part) => { bar.value = Math.min(100, (sent + part) * 100 / total); });
      sent += load.reduce((sum, [, file]) => sum + file.size, 0);
    }
  } catch {
    line.textContent = place.dataset.failed;
    bar.hidden = true;
    return;
  }
  const look = document.getElementById("look");
  look.elements.heap.value = heap;
  look.requestSubmit();
}

function takeDrops(place) {
  const over = (event) => { event.preventDefault(); place.classList.add("over"); };
  place.addEventListener("dragenter", over);
  place.addEventListener("dragover", over);
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", async (event) => {
    event.preventDefault();
    place.classList.remove("over");
    const items = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    if (!items.length) return bring([...event.dataTransfer.files].map((file) => [file.name, file]));
    bring((await Promise.all(items.map((item) => filesOf(item)))).flat());
  });
  for (const id of ["files", "folder"]) {
    document.getElementById(id).addEventListener("change", (event) => {
      bring([...event.target.files].map((file) => [file.webkitRelativePath || file.name, file]));
    });
  }
}

function follow(place) {
  const events = new EventSource(place.dataset.events);
  const bar = place.querySelector("progress"), line = place.querySelector(".line"), name = place.querySelector(".file");
  events.onmessage = (event) => {
    const said = JSON.parse(event.data);
    bar.value = said.percent;
    if (line.textContent !== said.line) line.textContent = said.line;
    name.textContent = said.file;
    if (said.state === "running") return;
    events.close();
    location.reload();
  };
}

document.addEventListener("DOMContentLoaded", () => {
  const drop = document.getElementById("drop"), running = document.getElementById("running");
  if (drop) takeDrops(drop);
  if (running) follow(running);
});
