"use strict";
// The chart of a scenario: what is seen of it, what is read beside it, what is searched in it. It fetches nothing.
(() => {
  const chart = document.getElementById("chart"), told = document.getElementById("told");
  const search = document.getElementById("search"), hits = document.getElementById("hits");
  const boxes = [...document.querySelectorAll(".box")], lines = [...document.querySelectorAll(".line")];
  const named = new Map(boxes.map((box) => [box.dataset.name, box]));
  const article = (box) => document.getElementById("told-" + box.id.slice(4));
  const { width, height } = chart.viewBox.baseVal;
  document.documentElement.classList.add("scripted");

  // -- what is seen: the middle of the view, and how many pixels a unit of the chart has
  const NEAREST = 3;
  let x = 0, y = 0, scale = 1;
  const room = () => chart.getBoundingClientRect();
  const farthest = () => Math.min(1, room().width / width, room().height / height);
  function show() {
    const { width: w, height: h } = room();
    scale = Math.max(farthest(), Math.min(NEAREST, scale));
    x = Math.max(0, Math.min(width, x));
    y = Math.max(0, Math.min(height, y));
    chart.setAttribute("viewBox", [x - w / scale / 2, y - h / scale / 2, w / scale, h / scale].join(" "));
  }
  function zoom(factor, at) {
    const box = room(), old = scale;
    scale = Math.max(farthest(), Math.min(NEAREST, scale * factor));
    if (at) { // what lies under the pointer stays there
      const dx = at.clientX - box.left - box.width / 2, dy = at.clientY - box.top - box.height / 2;
      x += dx / old - dx / scale;
      y += dy / old - dy / scale;
    }
    show();
  }
  function whole() { x = width / 2; y = height / 2; scale = 0; show(); }
  function centre(box) {
    const at = middle(box);
    x = at.x; y = at.y; scale = Math.max(scale, 0.75);
    show();
  }
  function middle(box) {
    const shape = box.getBBox(), to = box.transform.baseVal[0].matrix;
    return { x: to.e + shape.x + shape.width / 2, y: to.f + shape.y + shape.height / 2 };
  }
  function inView(box) {
    const one = box.getBoundingClientRect(), all = room();
    return one.left >= all.left && one.right <= all.right && one.top >= all.top && one.bottom <= all.bottom;
  }
  function first() { // the start, large enough to read
    scale = 1;
    x = width <= room().width ? width / 2 : middle(boxes[0]).x;
    y = room().height / scale / 2;
    show();
  }

  // -- what is read
  let kept = null;
  function read(box) {
    for (const one of document.querySelectorAll(".read, .near")) one.classList.remove("read", "near");
    told.classList.toggle("reading", Boolean(box));
    if (!box) return;
    box.classList.add("read");
    article(box).classList.add("read");
    told.scrollTop = 0;
    for (const line of lines)
      if (line.dataset.from === box.dataset.name || line.dataset.to === box.dataset.name) line.classList.add("near");
  }
  function keep(box) {
    for (const one of boxes) one.tabIndex = one === box ? 0 : -1;
    kept = box;
    read(box);
  }
  for (const box of boxes) {
    box.addEventListener("focus", () => { keep(box); if (!inView(box)) centre(box); });
    box.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse" && !held.size) read(box); });
    box.addEventListener("pointerleave", () => { if (!held.size) read(kept); });
  }

  // -- from box to box
  const ends = (box, from, to) => lines.filter((line) => line.dataset[from] === box.dataset.name).map((line) => named.get(line.dataset[to]));
  function beside(box, step) {
    const row = boxes.filter((one) => Math.abs(middle(one).y - middle(box).y) < 1);
    return row[row.indexOf(box) + step];
  }
  const STEPS = {
    ArrowDown: (box) => ends(box, "from", "to").find((one) => one !== box),
    ArrowUp: (box) => ends(box, "to", "from").find((one) => one !== box),
    ArrowLeft: (box) => beside(box, -1),
    ArrowRight: (box) => beside(box, 1),
  };
  const MOVES = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const KEYS = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": whole, "/": () => search.focus() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") { search.value = ""; look(); return; }
    if (event.target === search) return;
    const box = event.target.closest ? event.target.closest(".box") : null;
    if (event.shiftKey && MOVES[event.key]) {
      x += MOVES[event.key][0] * 80 / scale;
      y += MOVES[event.key][1] * 80 / scale;
      show();
    } else if (box && STEPS[event.key]) {
      const next = STEPS[event.key](box);
      if (next) next.focus();
    } else if (KEYS[event.key]) KEYS[event.key]();
    else return;
    event.preventDefault();
  });

  // -- pointers: one moves the chart, two bring it nearer
  const held = new Map();
  chart.addEventListener("pointerdown", (event) => { held.set(event.pointerId, event); chart.classList.add("held"); });
  window.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const other = [...held.values()].find((one) => one.pointerId !== event.pointerId);
    if (other) zoom(apart(event, other) / apart(before, other), halfway(event, other));
    else { x -= (event.clientX - before.clientX) / scale; y -= (event.clientY - before.clientY) / scale; show(); }
    held.set(event.pointerId, event);
  });
  const apart = (one, other) => Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
  const halfway = (one, other) => ({ clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 });
  for (const end of ["pointerup", "pointercancel"])
    window.addEventListener(end, (event) => { held.delete(event.pointerId); if (!held.size) chart.classList.remove("held"); });
  chart.addEventListener("wheel", (event) => { event.preventDefault(); zoom(Math.exp(-event.deltaY / 500), event); }, { passive: false });
  for (const [id, act] of [["nearer", () => zoom(1.25)], ["farther", () => zoom(0.8)], ["whole", whole]])
    document.getElementById(id).addEventListener("click", act);

  // -- searching
  let found = [], at = 0;
  function look() {
    const words = search.value.trim().toLowerCase();
    found = words ? boxes.filter((box) => article(box).textContent.toLowerCase().includes(words)) : [];
    at = 0;
    chart.classList.toggle("searching", Boolean(words));
    for (const box of boxes) box.classList.toggle("found", found.includes(box));
    tell(words);
    if (found.length) { keep(found[0]); centre(found[0]); }
  }
  function tell(words) { hits.textContent = !words ? "" : found.length ? at + 1 + " of " + found.length : "nothing found"; }
  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !found.length) return;
    at = (at + (event.shiftKey ? found.length - 1 : 1)) % found.length;
    tell(search.value);
    keep(found[at]);
    centre(found[at]);
    event.preventDefault();
  });

  // -- the window, and paper
  window.addEventListener("resize", show);
  window.addEventListener("beforeprint", () => chart.setAttribute("viewBox", [0, 0, width, height].join(" ")));
  window.addEventListener("afterprint", show);
  first();
})();
