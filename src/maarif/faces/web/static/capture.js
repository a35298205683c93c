// Capture: what is kept goes into a queue on this device first, each under a key of its own, and from there to the home
// as soon as it answers. The home keeps each key once, so that nothing is lost and nothing is there twice.
"use strict";

const QUEUE = "maarif capture ";
const lines = () => JSON.parse(document.getElementById("queue").dataset.lines);

function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(15))].map((byte) => byte.toString(36).padStart(2, "0")).join("");
}

function queued() {
  return Object.keys(localStorage).filter((name) => name.startsWith(QUEUE))
    .map((name) => ({ name, ...JSON.parse(localStorage.getItem(name)) })).sort((one, other) => one.at - other.at);
}

function put(form) {
  const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "csrf"));
  const key = newKey(), at = Math.floor(Date.now() / 1000);
  const words = fields.text || [fields.event, ...Object.keys(fields).filter((name) => name.startsWith("name.")).map((name) => fields[name])]
    .filter(Boolean).join(", ");
  localStorage.setItem(QUEUE + key, JSON.stringify({ to: form.getAttribute("action"), fields, key, at, words, state: "waiting" }));
}

function change(entry, changes) {
  if (localStorage.getItem(entry.name) === null) return;
  const { name, ...kept } = { ...entry, ...changes };
  localStorage.setItem(name, JSON.stringify(kept));
}

const kept = [];

function item(entry) {
  const said = lines(), line = document.createElement("li"), words = document.createElement("span"), state = document.createElement("span");
  words.dir = "auto";
  words.textContent = entry.words;
  state.className = "state";
  state.textContent = entry.trouble || said[entry.state];
  line.className = entry.state;
  line.append(words, " ", state);
  if (entry.ref) {
    const link = document.createElement("a");
    link.href = `/item/${entry.ref}`;
    link.textContent = said.open;
    line.append(" ", link);
  }
  if (entry.state === "refused") {
    for (const [what, act] of [["back", () => back(entry)], ["away", () => localStorage.removeItem(entry.name)]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = said[what];
      button.addEventListener("click", () => { act(); show(); });
      line.append(button);
    }
  }
  return line;
}

function back(entry) {
  const form = document.querySelector(`form[action="${entry.to}"]`);
  form.closest("details")?.setAttribute("open", "");
  for (const [name, value] of Object.entries(entry.fields)) if (form.elements[name]) form.elements[name].value = value;
  localStorage.removeItem(entry.name);
  form.querySelector("textarea, input:not([type=hidden])").focus();
}

function show() {
  const entries = [...queued(), ...kept];
  document.getElementById("queue").hidden = !entries.length;
  document.querySelector("#queue ul").replaceChildren(...entries.map(item));
  document.getElementById("offline").hidden = navigator.onLine;
}

async function send(entry, csrf) {
  const body = new URLSearchParams({ ...entry.fields, key: entry.key, at: String(entry.at), script: "yes" });
  const answer = await fetch(entry.to, {
    method: "POST", body, headers: { "X-CSRF-Token": csrf, "HX-Request": "true" }, redirect: "error",
  });
  if (answer.ok) {
    const { ref } = await answer.json();
    localStorage.removeItem(entry.name);
    kept.unshift({ ...entry, state: "kept", ref });
    kept.length = Math.min(kept.length, 10);
  } else if (answer.status >= 400 && answer.status < 500 && ![401, 403, 429].includes(answer.status)) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    change(entry, { state: "refused", trouble: page.body.textContent.trim().replace(/\s+/g, " ").slice(0, 300) });
  } else {
    change(entry, { state: "waiting" });
  }
}

// One tab sends at a time; where browsers know no locks, the home still keeps every key once.
const alone = (work) => navigator.locks ? navigator.locks.request("maarif capture", { ifAvailable: true }, (lock) => lock && work()) : work();

function flush() {
  return alone(async () => {
    try {
      const waiting = () => queued().filter((entry) => entry.state !== "refused");
      if (!waiting().length) return;
      const answer = await fetch("/capture/token", { redirect: "manual" });
      if (!answer.ok) {
        for (const entry of waiting()) change(entry, { state: "waiting", trouble: lines().locked });
        return;
      }
      const { csrf } = await answer.json();
      for (const entry of waiting()) {
        change(entry, { state: "sending", trouble: "" });
        show();
        await send({ ...entry, trouble: "" }, csrf);
      }
    } catch {
      for (const entry of queued().filter((each) => each.state === "sending")) change(entry, { state: "waiting" });
    } finally {
      show();
    }
  });
}

function oneMore(event) {
  const list = document.getElementById("met-people"), rows = list.querySelectorAll(".met-row");
  if (rows.length >= 30) return;
  const made = rows[0].cloneNode(true);
  for (const field of made.querySelectorAll("input")) {
    field.name = field.name.replace(/\d+$/, String(rows.length));
    if (field.type === "checkbox") field.checked = false; else field.value = "";
  }
  list.append(made);
  if (event) made.querySelector("input").focus();
}

document.addEventListener("DOMContentLoaded", () => {
  for (const form of document.querySelectorAll("form[data-capture]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      put(form);
      form.reset();
      document.getElementById("understood").replaceChildren();
      show();
      flush();
      form.querySelector("textarea, input:not([type=hidden])").focus();
    });
  }
  const more = document.getElementById("one-more");
  more.hidden = false;
  more.addEventListener("click", oneMore);
  window.addEventListener("online", flush);
  window.addEventListener("offline", show);
  window.addEventListener("storage", show);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  setInterval(() => queued().some((entry) => entry.state !== "refused") && flush(), 10_000);
  show();
  flush();
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/service-worker.js").then(() => navigator.serviceWorker.ready)
      .then((ready) => navigator.onLine && ready.active.postMessage("fresh")).catch(() => undefined);
  }
});
