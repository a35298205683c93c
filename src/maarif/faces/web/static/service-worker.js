// Keeps the page Capture, so that it opens without a connection. Of what anybody wrote it keeps nothing.
"use strict";

const NAME = `capture ${SHELL.join(" ")}`, PAGE = "/capture/shell";

const keep = async (cache, address) => {
  const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
  if (answer.ok && !answer.redirected) await cache.put(address, answer);
};

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => Promise.all([...SHELL, PAGE].map((each) => keep(cache, each))))
    .then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === "/capture") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(PAGE)) || Response.error()));
  } else if (SHELL.includes(pathname + search)) {
    event.respondWith(caches.match(pathname + search).then((kept) => kept || fetch(request)));
  }
});

// The language or the colours may have changed: the page asks for a fresh copy when it was shown by the server.
self.addEventListener("message", (event) => {
  if (event.data === "fresh") event.waitUntil(caches.open(NAME).then((cache) => keep(cache, PAGE)).catch(() => undefined));
});
