// The network as a file: what is seen now, as PNG or as SVG.
"use strict";

function save(blob, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const ground = () => getComputedStyle(document.getElementById("canvas")).backgroundColor;

function savePng() {
  const { renderer } = window.maarifNetwork, { width, height } = renderer.getDimensions();
  const sheet = document.createElement("canvas"), ratio = window.devicePixelRatio || 1, pen = sheet.getContext("2d");
  sheet.width = width * ratio;
  sheet.height = height * ratio;
  pen.fillStyle = ground();
  pen.fillRect(0, 0, sheet.width, sheet.height);
  renderer.refresh({ schedule: false });
  const canvases = renderer.getCanvases();
  for (const layer of ["glow", "edges", "nodes", "labels", "hovers"]) {
    if (canvases[layer] && canvases[layer].width) pen.drawImage(canvases[layer], 0, 0, sheet.width, sheet.height);
  }
  sheet.toBlob((blob) => save(blob, "network.png"), "image/png");
}

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const short = (number) => number.toFixed(1);

function saveSvg() {
  const { renderer, graph } = window.maarifNetwork, { width, height } = renderer.getDimensions();
  const named = renderer.getNodeDisplayedLabels(), parts = [], seen = new Map();
  graph.forEachNode((id, node) => {
    const look = renderer.getNodeDisplayData(id), at = renderer.graphToViewport(node);
    if (look.hidden || at.x < -20 || at.y < -20 || at.x > width + 20 || at.y > height + 20) return;
    seen.set(id, { ...at, size: renderer.scaleSize(look.size), color: look.color, label: named.has(id) ? node.label : "" });
  });
  graph.forEachEdge((id, line, one, two) => {
    const from = seen.get(one), to = seen.get(two);
    if (!from || !to || renderer.getEdgeDisplayData(id).hidden) return;
    parts.push(`<path d="M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}" stroke="${line.color}" stroke-width=".7"/>`);
  });
  for (const at of seen.values()) parts.push(`<circle cx="${short(at.x)}" cy="${short(at.y)}" r="${short(at.size)}" fill="${at.color}"/>`);
  const ink = getComputedStyle(document.body).color;
  for (const at of seen.values()) {
    if (at.label) parts.push(`<text x="${short(at.x + at.size + 3)}" y="${short(at.y + 4)}" font-size="13" fill="${ink}">${escaped(at.label)}</text>`);
  }
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif"><rect width="100%" height="100%" fill="${ground()}"/>${parts.join("")}</svg>`;
  save(new Blob([text], { type: "image/svg+xml" }), "network.svg");
}

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("png")?.addEventListener("click", savePng);
  document.getElementById("svg")?.addEventListener("click", saveSvg);
});
