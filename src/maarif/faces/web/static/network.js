// The network: the picture that the home made, drawn with WebGL; a slider through the years, search, circles.
"use strict";

const HUES = {
  light: ["#a3553e", "#8f6b26", "#6c7430", "#4a7d4b", "#357d6f", "#36788c", "#4a72a2", "#6566b0", "#845fa6", "#9c588c", "#ab5267", "#7f6e5e"],
  dark: ["#d98a70", "#cba25a", "#a9b25e", "#7fb580", "#68b6a6", "#6db2c7", "#86aede", "#a0a1e6", "#bf97e0", "#d690c4", "#e28b9e", "#bba793"],
};
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const network = { graph: null, renderer: null, data: null, year: 0, names: {} };
window.maarifNetwork = network;

const said = (text) => { document.getElementById("sky-said").textContent = text; };
const lines = () => JSON.parse(document.getElementById("sky").dataset.lines);
const digits = () => new Intl.NumberFormat(document.documentElement.lang === "ar" ? "ar-EG" : document.documentElement.lang, { useGrouping: false });

function isDark() {
  const theme = document.documentElement.dataset.theme;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

async function fetchPicture() {
  for (;;) {
    const answer = await fetch("/network/picture", { headers: { "HX-Request": "true" } });
    if (answer.status !== 202) return answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)));
    await new Promise((done) => setTimeout(done, 400));
  }
}

function mixed(colour, ground, share) {
  const [one, two] = [colour, ground].map((each) => [1, 3, 5].map((at) => parseInt(each.slice(at, at + 2), 16)));
  return `#${one.map((value, at) => Math.round(value * share + two[at] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}

// The places follow from the circles: each is a sunflower (Vogel 1979), whoever is in none stands around them all.
function places(data) {
  const golden = Math.PI * (3 - Math.sqrt(5)), counts = new Array(data.circles.length).fill(0);
  let alone = (data.reach / 10) ** 2;
  return data.c.map((circle) => {
    const seed = circle < 0 ? alone++ : counts[circle]++, far = Math.sqrt(seed + 0.5), angle = (seed + 0.5) * golden;
    const [x, y] = circle < 0 ? [0, 0] : [data.circles[circle][1] / 10, data.circles[circle][2] / 10];
    return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) };
  });
}

function build(data) {
  const graph = new graphology.Graph({ type: "undirected", multi: false });
  const dark = isDark(), hues = HUES[dark ? "dark" : "light"], ground = dark ? "#24201d" : "#fffdf9", plain = dark ? "#8d8175" : "#a09385";
  const hidden = new Set(data.o);
  const place = places(data), many = data.s.length, small = Math.max(0.35, Math.min(1, Math.sqrt(4000 / many)));
  for (let at = 0; at < many; at += 1) {
    const colour = data.c[at] < 0 ? plain : hues[data.c[at] % hues.length], strength = data.s[at] / 99;
    graph.addNode(String(at), {
      ...place[at], size: small * (2 + 11 * strength * strength + 3 * strength), color: colour,
      faint: mixed(colour, ground, 0.6), label: data.names[at] || "", years: data.m[at], hidden: false, sleeps: hidden.has(at),
      strength, circle: data.c[at], zIndex: Math.round(strength * 10),
    });
  }
  const line = mixed(plain, ground, dark ? 0.32 : 0.3);
  for (let at = 0; at < data.e.length; at += 2) {
    graph.mergeEdge(String(data.e[at]), String(data.e[at + 1]), { size: 0.6, color: line });
  }
  return graph;
}

// How somebody looks in a year: 2 in touch, 1 before but not then, 0 not yet known.
function stands(node) {
  const { base, now } = network.data;
  if (network.year >= now) return node.sleeps ? 1 : 2;
  const bit = network.year - base;
  if ((node.years >>> bit) & 1) return 2;
  return node.years & (2 ** bit - 1) ? 1 : 0;
}

function lookOf(id, node) {
  const how = stands(node), found = { ...node };
  if (how === 0) found.hidden = true;
  if (how === 1) { found.color = node.faint; found.size = node.size * 0.85; }
  if (id === network.chosen) { found.highlighted = true; found.forceLabel = true; }
  return found;
}

function lookOfLine(id, line) {
  const ends = network.graph.extremities(id).map((each) => stands(network.graph.getNodeAttributes(each)));
  return ends.every((how) => how === 2) ? line : { ...line, hidden: network.year < network.data.now || ends.includes(0) };
}

// A faint glow around those who were close and are out of sight.
function glow() {
  const { renderer, graph } = network;
  if (!renderer) return;
  const canvas = renderer.getCanvases().glow, pen = canvas.getContext("2d"), { width, height } = renderer.getDimensions();
  pen.clearRect(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  graph.someNode((id, node) => {
    if (stands(node) !== 1 || node.strength < 0.12) return false;
    const at = renderer.graphToViewport(node);
    if (at.x < -40 || at.y < -40 || at.x > width + 40 || at.y > height + 40) return false;
    const size = 6 + renderer.scaleSize(node.size) * 2.6, light = pen.createRadialGradient(at.x, at.y, 0, at.x, at.y, size);
    light.addColorStop(0, `${node.color}55`);
    light.addColorStop(1, `${node.color}00`);
    pen.fillStyle = light;
    pen.fillRect(at.x - size, at.y - size, size * 2, size * 2);
    drawn += 1;
    return drawn >= 400;
  });
}

function draw(data) {
  const ink = getComputedStyle(document.body).color, canvas = document.getElementById("canvas");
  network.data = data;
  network.year = data.now;
  network.graph = build(data);
  const renderer = new Sigma(network.graph, canvas, {
    allowInvalidContainer: true, zIndex: true, hideEdgesOnMove: data.s.length > 5000, renderEdgeLabels: false, minCameraRatio: 0.01, maxCameraRatio: 1.6,
    labelColor: { color: ink }, labelFont: getComputedStyle(document.body).fontFamily, labelSize: 13, labelDensity: 0.5, labelGridCellSize: 130, labelRenderedSizeThreshold: 7,
    stagePadding: 24, nodeReducer: lookOf, edgeReducer: lookOfLine, defaultDrawNodeHover: hover, itemSizesReference: "screen",
  });
  network.renderer = renderer;
  renderer.createCanvasContext("glow", { beforeLayer: "edges", style: { pointerEvents: "none" } });
  renderer.resize(true);
  renderer.on("afterRender", glow);
  renderer.on("clickNode", ({ node }) => open(node));
  renderer.on("enterNode", ({ node }) => { canvas.style.cursor = "pointer"; name(node); });
  renderer.on("leaveNode", () => { canvas.style.cursor = ""; });
  renderer.refresh();
}

// The name on a sheet of its own, so that it can be read upon anything.
function hover(pen, node, settings) {
  if (!node.label) return;
  pen.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  const wide = pen.measureText(node.label).width + 14, left = node.x + node.size + 3, top = node.y - 13;
  pen.fillStyle = isDark() ? "#3a342f" : "#ffffff";
  pen.beginPath();
  pen.roundRect(left, top, wide, 26, 6);
  pen.fill();
  pen.beginPath();
  pen.arc(node.x, node.y, node.size + 1.5, 0, Math.PI * 2);
  pen.fillStyle = settings.labelColor.color;
  pen.fill();
  pen.beginPath();
  pen.arc(node.x, node.y, node.size, 0, Math.PI * 2);
  pen.fillStyle = node.color;
  pen.fill();
  pen.fillStyle = settings.labelColor.color;
  pen.fillText(node.label, left + 7, node.y + 4.5);
}

async function who(place) {
  network.names[place] ||= fetch(`/network/at/${place}`, { headers: { "HX-Request": "true" } })
    .then((answer) => answer.ok ? answer.json() : null).catch(() => null);
  return network.names[place];
}

async function name(place) {
  const person = await who(place);
  if (!person) return;
  network.graph.setNodeAttribute(place, "label", person.name);
  said(`${person.name} · ${person.stands}`);
}

async function open(place) {
  const person = await who(place);
  if (person) location.assign(person.page);
}

function move(to) {
  const camera = network.renderer.getCamera();
  if (still) camera.setState({ ...camera.getState(), ...to }); else camera.animate(to, { duration: 400 });
}

function goTo(place) {
  const at = network.renderer.getNodeDisplayData(place);
  network.chosen = place;
  name(place);
  move({ x: at.x, y: at.y, ratio: Math.min(0.25, network.renderer.getCamera().ratio) });
  network.renderer.refresh({ skipIndexation: true });
}

function goToCircle(id) {
  if (!id) return move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  const circle = network.data.circles.find((each) => each[0] === id);
  if (!circle) return undefined;
  const { x, y } = network.renderer.viewportToFramedGraph(network.renderer.graphToViewport({ x: circle[1] / 10, y: circle[2] / 10 }));
  const whole = 2 * Math.sqrt((network.data.reach / 10) ** 2 + network.data.c.filter((each) => each < 0).length);
  return move({ x, y, ratio: Math.min(1, Math.max(0.03, circle[3] / 10 * 3.2 / whole)) });
}

function tellYear() {
  const { data, year, graph } = network, field = document.getElementById("year");
  const many = graph.reduceNodes((sum, _, node) => sum + ((node.years >>> (year - data.base)) & 1), 0);
  const text = `${year === data.now ? lines().today : digits().format(year)} · ${digits().format(many)} ${lines().people}`;
  document.getElementById("year-said").textContent = text;
  field.setAttribute("aria-valuetext", text);
}

function slide() {
  const { data } = network, field = document.getElementById("year");
  const all = data.m.reduce((sum, mask) => sum | mask, 0), first = all ? 31 - Math.clz32(all & -all) : data.now - data.base;
  Object.assign(field, { min: data.base + first, max: data.now, value: data.now, disabled: false });
  field.addEventListener("input", () => {
    network.year = Number(field.value);
    network.renderer.refresh({ skipIndexation: true });
    tellYear();
  });
  tellYear();
}

function seek() {
  const field = document.getElementById("text"), offers = document.getElementById("offers");
  let last = 0;
  const choose = (place) => { offers.hidden = true; goTo(String(place)); document.getElementById("canvas").focus(); };
  field.addEventListener("input", () => {
    const mine = ++last;
    setTimeout(async () => {
      if (mine !== last) return;
      const text = field.value.trim();
      const found = text ? await fetch(`/network/find?text=${encodeURIComponent(text)}`).then((answer) => answer.json()).catch(() => []) : [];
      if (mine !== last) return;
      offers.replaceChildren(...found.map(({ place, name: called }) => {
        const row = document.createElement("li"), button = document.createElement("button");
        button.type = "button";
        button.dir = "auto";
        button.textContent = called;
        button.addEventListener("click", () => choose(place));
        row.append(button);
        return row;
      }));
      offers.hidden = !found.length;
      if (text && !found.length) said(lines().nobody);
    }, 180);
  });
  document.getElementById("seek").addEventListener("submit", (event) => {
    event.preventDefault();
    offers.querySelector("button")?.click();
  });
  document.getElementById("seek").addEventListener("keydown", (event) => {
    const buttons = [...offers.querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
    const next = event.key === "ArrowDown" ? buttons[at + 1] : event.key === "ArrowUp" ? buttons[at - 1] || field : null;
    if (event.key === "Escape") offers.hidden = true;
    if (next) { event.preventDefault(); event.stopPropagation(); next.focus(); }
  });
}

function keys() {
  const canvas = document.getElementById("canvas"), zoom = (by) => move({ ratio: network.renderer.getCamera().ratio * by });
  document.getElementById("nearer").addEventListener("click", () => zoom(0.6));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 0.6));
  document.getElementById("all").addEventListener("click", () => { document.getElementById("circle").value = ""; goToCircle(""); });
  document.getElementById("circle").addEventListener("change", (event) => goToCircle(event.target.value));
  canvas.addEventListener("keydown", (event) => {
    const camera = network.renderer.getCamera(), step = 0.12 * camera.ratio;
    const ways = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    if (ways[event.key]) move({ x: camera.x + ways[event.key][0], y: camera.y + ways[event.key][1] });
    else if (event.key === "+" || event.key === "=") zoom(0.6);
    else if (event.key === "-") zoom(1 / 0.6);
    else if (event.key === "0") goToCircle("");
    else if (event.key === "Enter" && network.chosen) open(network.chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

document.addEventListener("DOMContentLoaded", async () => {
  if (!document.getElementById("sky")) return;
  try {
    const { picture } = await fetchPicture();
    draw(picture);
    slide();
    seek();
    keys();
    said("");
    document.getElementById("sky").dataset.drawn = "yes";
  } catch (trouble) {
    console.warn(trouble);
    said(lines().failed);
  }
});
