"""The page of a chart in a browser: keys, search, zoom and pointer do what the page says, and nothing is fetched."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from nasty import nasty
from test_chart import SCRIPT, STYLE, shipped

from game.scenario.model import Scenario
from game.survey.chart import chart
from game.survey.chart_page import page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="there is no browser here")]

PROBE = """
window.addEventListener("error", (event) => { seen.errors.push(event.message); });
const seen = { errors: [] }, chart = document.getElementById("chart"), search = document.getElementById("search");
const wait = () => new Promise((done) => setTimeout(done, 30));
const view = () => chart.getAttribute("viewBox").split(" ").map(Number);
const here = () => document.activeElement.dataset.name;
const articles = [...document.querySelectorAll("article")];
const read = () => articles.filter((one) => one.offsetHeight).map((one) => one.dataset.name);
const plain = { bubbles: true, cancelable: true };
const key = (key, more) => new KeyboardEvent("keydown", { key, ...plain, ...more });
const press = (name, more) => document.activeElement.dispatchEvent(key(name, more));
const pointer = (kind, at) => new PointerEvent(kind, { pointerId: 1, clientX: at[0], clientY: at[1], ...plain });
(async () => {
  await wait();
  seen.unread = read();
  document.querySelector('.box[tabindex="0"]').focus();
  seen.first = [here(), read()];
  press("ArrowDown"); seen.down = [here(), read()];
  press("ArrowUp"); seen.up = here();
  press("0"); seen.whole = view();
  const { width, height } = chart.querySelector("#boxes").getBBox(); seen.size = [width, height];
  press("+"); seen.nearer = view();
  press("ArrowRight", { shiftKey: true }); seen.moved = view();
  chart.dispatchEvent(new WheelEvent("wheel", { deltaY: -200, clientX: 300, clientY: 300, ...plain }));
  seen.wheeled = view();
  chart.dispatchEvent(pointer("pointerdown", [300, 300])); window.dispatchEvent(pointer("pointermove", [250, 260]));
  window.dispatchEvent(pointer("pointerup", [250, 260])); seen.dragged = view();
  press("/"); seen.searching = document.activeElement.id;
  search.value = SEARCHED; search.dispatchEvent(new Event("input"));
  seen.hits = document.getElementById("hits").textContent; seen.hit = read();
  press("Enter"); seen.next = [document.getElementById("hits").textContent, read()];
  press("Escape"); seen.cleared = [search.value, document.querySelectorAll(".found").length];
  seen.fetched = performance.getEntriesByType("resource").length;
  seen.title = document.title;
  document.documentElement.dataset.seen = JSON.stringify(seen);
})();
"""


def browsed(scene: Scenario, searched: str, folder: Path) -> dict[str, Any]:
    """What the page did when it was used as in PROBE."""
    script = SCRIPT + PROBE.replace("SEARCHED", json.dumps(searched).replace("</", "<\\/"))
    path = folder / "chart.html"
    path.write_text(page(chart(scene), style=STYLE, script=script), encoding="utf-8")
    done = subprocess.run(
        [
            *(str(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"),
            *("--window-size=1280,800", "--virtual-time-budget=3000", "--dump-dom", path.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = re.search(r'data-seen="([^"]*)"', done.stdout)
    assert found, done.stderr[-2000:]
    seen: dict[str, Any] = json.loads(html.unescape(found[1]))
    return seen


def test_a_scenario_can_be_looked_through_by_keys_and_pointer(tmp_path: Path) -> None:
    seen = browsed(shipped("whatever-you-think-is-best"), "bin lorry", tmp_path)
    assert (seen["errors"], seen["fetched"], seen["unread"]) == ([], 0, [])
    assert (seen["first"], seen["down"], seen["up"]) == (["arrives", ["arrives"]], ["plan", ["plan"]], "arrives")
    left, top, width, height = seen["whole"]
    assert left <= 0
    assert top <= 0
    assert width >= seen["size"][0]
    assert height >= seen["size"][1]
    assert seen["nearer"][2] < width
    assert seen["moved"][0] > seen["nearer"][0]
    assert seen["wheeled"][2] < seen["moved"][2]
    assert seen["dragged"][0] > seen["wheeled"][0]
    assert seen["dragged"][1] > seen["wheeled"][1]
    assert seen["searching"] == "search"
    assert (seen["hits"], seen["hit"], seen["next"]) == ("1 of 1", ["arrives"], ["1 of 1", ["arrives"]])
    assert seen["cleared"] == ["", 0]


def test_texts_that_try_to_break_the_page_are_texts(tmp_path: Path) -> None:
    scene = nasty()
    seen = browsed(scene, "</SCRIPT>", tmp_path)
    assert (seen["errors"], seen["fetched"], seen["title"]) == ([], 0, scene.title)
    assert (seen["hits"], seen["hit"]) == ("1 of 3", ["end"])
    assert seen["next"] == ["2 of 3", ["style"]]
