// Writing: the ways to put it as tabs, and a button that copies. Without it they stand below each other.
"use strict";

function tabs(place) {
  const sheets = [...place.querySelectorAll(".sheet")];
  if (sheets.length < 2) return;
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", place.dataset.tabs);
  const heads = sheets.map((sheet) => {
    const head = document.createElement("button");
    const title = sheet.querySelector("h2");
    head.type = "button";
    head.id = `tab-${sheet.id}`;
    head.textContent = title.textContent;
    head.setAttribute("role", "tab");
    head.setAttribute("aria-controls", sheet.id);
    title.hidden = true;
    sheet.setAttribute("role", "tabpanel");
    sheet.setAttribute("aria-labelledby", head.id);
    list.append(head);
    return head;
  });
  const choose = (chosen, focus) => {
    heads.forEach((head, place) => {
      head.setAttribute("aria-selected", String(place === chosen));
      head.tabIndex = place === chosen ? 0 : -1;
      sheets[place].hidden = place !== chosen;
    });
    if (focus) heads[chosen].focus();
  };
  heads.forEach((head, place) => head.addEventListener("click", () => choose(place, false)));
  list.addEventListener("keydown", (event) => {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const way = event.key === forward ? 1 : event.key === back ? -1 : 0;
    if (!way) return;
    event.preventDefault();
    choose((heads.indexOf(document.activeElement) + way + heads.length) % heads.length, true);
  });
  place.prepend(list);
  choose(0, false);
}

async function copy(button) {
  const field = button.form.elements.body;
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.focus();
    field.select();
    document.execCommand("copy");
  }
  const words = button.textContent;
  button.textContent = button.dataset.copied;
  document.getElementById("said").textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = words; }, 2000);
}

// The model's words go into the letter when they are taken.
document.addEventListener("htmx:afterSettle", (event) => {
  const button = event.target.querySelector?.("[data-take]") || document.querySelector("[data-take][hidden]");
  const sheet = button?.closest(".sheet");
  if (!sheet || !button.hidden) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = sheet.querySelector("textarea[name=body]");
    field.value = button.parentElement.querySelector("[data-words]").textContent;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
});

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-tabs]").forEach(tabs);
  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  });
  // A plan speaks of the words as they were: once they change, it is gone.
  document.querySelectorAll("[data-letter]").forEach((form) => form.addEventListener("input", () => {
    form.parentElement.querySelector(".plan-place").replaceChildren();
  }));
});
