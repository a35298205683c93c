// What pages do beyond links and forms: keys, and a word when the server is gone. Without it, every page still works.
"use strict";

const typing = (element) => element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");

// "/" goes to the field of the page; arrows go from card to card; Enter opens the one that has the focus.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = document.activeElement || document.body;
  if (event.key === "/" && !typing(here)) {
    const field = document.querySelector('[data-key="/"]');
    if (!field) return;
    event.preventDefault();
    field.focus();
    if (field.select) field.select();
  } else if (event.key === "Escape" && typing(here)) {
    here.blur();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && arrowsMove(here)) {
    if (step(here, event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
  } else if (event.key === "Enter" && !event.shiftKey && here.form && here.form.matches("[data-ask]") && here.matches("textarea")) {
    event.preventDefault();
    if (here.value.trim()) here.form.requestSubmit();
  }
});

function arrowsMove(here) {
  return !typing(here) || here.type === "search";
}

function step(here, way) {
  const doors = [...document.querySelectorAll("[data-card] [data-open]")];
  if (!doors.length) return false;
  const card = here.closest && here.closest("[data-card]");
  const at = card ? doors.indexOf(card.querySelector("[data-open]")) : way > 0 ? -1 : doors.length;
  const next = doors[at + way];
  if (next) next.focus();
  else if (at + way < 0) document.querySelector('[data-key="/"]')?.focus();
  return true;
}

// After a piece of the page was replaced: the focus goes where the change is, for eyes and screen readers alike.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "main") return;
  document.getElementById("trouble").replaceChildren();
  const first = event.detail.requestConfig.path === "/ask" && document.querySelector("#answer [data-open]");
  (first || document.getElementById("main")).focus({ preventScroll: true });
});

// The server is gone: say so; what was typed stays.
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    const trouble = document.getElementById("trouble");
    const line = document.createElement("p");
    line.className = "trouble";
    line.textContent = document.body.dataset.gone;
    trouble.replaceChildren(line);
  });
}
document.addEventListener("htmx:beforeRequest", () => document.getElementById("trouble").replaceChildren());
