"""What a screen reader can know and do: the hits of a frame as an AccessKit tree, and its wishes as events.

The only door of accesskit. Without the library, or where a desktop has no such interface, nothing happens and the
program plays on. On Linux a real client of AT-SPI plays a session through it (`tests/access`); on Windows and macOS it
is attached as AccessKit's own example for Pygame does it, and was never run there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from game.ui.events import Assist
from game.ui.frame import Frame, Hit, Role
from game.ui.spoken import Spoken, spoken

try:
    import accesskit
except ImportError:  # an optional part: there is no wheel for every machine
    accesskit = None

ROOT = 0
_ROLES: dict[Role, str] = {
    "button": "BUTTON",
    "choice": "RADIO_BUTTON",
    "toggle": "CHECK_BOX",
    "tab": "TAB",
    "link": "LINK",
    "field": "MULTILINE_TEXT_INPUT",
    "key": "BUTTON",
    "heading": "HEADING",
    "text": "LABEL",
    "image": "IMAGE",
    "live": "LABEL",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader was told last: enough to say whether there is anything new."""

    title: str
    told: tuple[Spoken, ...]
    focus: str


class Access:
    """Tells one window's frames to whatever assistive technology is running, and hears what it asks for.

    `post` is called on another thread with each wish; it must only put it where the loop will find it.
    """

    def __init__(self, handle: object, post: Callable[[Assist], None], *, opening: str) -> None:
        self._post = post
        self._seen = Seen(opening, (), "")
        self._ids: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._adapter = _attached(handle, self)

    @property
    def attached(self) -> bool:
        """Whether there is an interface to tell anything to."""
        return self._adapter is not None

    def tell(self, frame: Frame, focus: str) -> None:
        """Make the tree that of this frame; costs next to nothing when nobody listens or nothing is new."""
        if self._adapter is None:
            return
        seen = Seen(frame.title, spoken(frame), focus)
        if seen != self._seen:
            for one in seen.told:
                self._number(one.hit.name)
                self._number(one.among)
            self._seen = seen  # last: another thread may ask for the tree at any time
            _raise(self._adapter.update_if_active(self.tree))

    def focused(self, has: bool) -> None:
        """The window has got or lost the keyboard."""
        if self._adapter is None:
            return
        change = getattr(self._adapter, "update_window_focus_state", None) or getattr(
            self._adapter, "update_view_focus_state", None
        )
        if change is not None:
            _raise(change(has))

    # -- called by the library, on threads of its own ------------------------------------------------------------
    def tree(self) -> Any:
        """The whole tree as the frame was when it was told last."""
        seen = self._seen
        root = accesskit.Node(accesskit.Role.WINDOW)
        root.set_label(seen.title)
        nodes, children = [], []
        for among, those in groupby(seen.told, key=lambda one: one.among):
            made = [(self._ids[one.hit.name], _node(one)) for one in those]
            nodes += made
            if among:
                group = accesskit.Node(accesskit.Role.RADIO_GROUP)
                group.set_children([number for number, _ in made])
                group.set_size_of_set(len(made))
                made = [(self._ids[among], group)]
                nodes += made
            children += [number for number, _ in made]
        root.set_children(children)
        update = accesskit.TreeUpdate(self._ids[seen.focus] if _there(seen) else ROOT)
        update.nodes = [(ROOT, root), *nodes]
        update.tree = accesskit.Tree(ROOT)
        return update

    def asked(self, request: Any) -> None:
        """A wish of the person behind the assistive technology."""
        name = self._names.get(int(request.target))
        if name is None:
            return
        match request.action:
            case accesskit.Action.CLICK:
                self._post(Assist("press", name))
            case accesskit.Action.FOCUS:
                self._post(Assist("focus", name))
            case accesskit.Action.SET_VALUE | accesskit.Action.REPLACE_SELECTED_TEXT:
                value = request.data[1] if isinstance(request.data, tuple) else request.data
                self._post(Assist("write", name, str(value)))

    def _number(self, name: str) -> None:
        if name not in self._ids:
            number = len(self._ids) + 1
            self._ids[name], self._names[number] = number, name


def _there(seen: Seen) -> bool:
    return any(one.hit.name == seen.focus for one in seen.told)


def _node(one: Spoken) -> Any:
    hit = one.hit
    node = accesskit.Node(getattr(accesskit.Role, _ROLES[hit.role]))
    words = hit.role in ("text", "live")
    node.set_value(hit.label) if words else node.set_label(hit.label)  # a label's words are its value
    if hit.role == "field":
        node.set_value(hit.value)
    more = ", ".join(part for part in (hit.value if hit.role in _TELL_VALUE else "", hit.description) if part)
    if more:
        node.set_description(more)
    if hit.role == "live":
        node.set_live(accesskit.Live.POLITE)
    if hit.key:
        node.set_keyboard_shortcut(hit.key)
    if one.of:
        node.set_position_in_set(one.position - 1)
    _state(node, hit)
    node.set_bounds(accesskit.Rect(hit.box.x, hit.box.y, hit.box.right, hit.box.bottom))
    return node


_TELL_VALUE: frozenset[Role] = frozenset({"button", "choice", "tab", "link", "text", "image"})
"""Roles whose value the desktops do not read out by themselves: it is told with the description."""


def _state(node: Any, hit: Hit) -> None:
    if hit.role in ("choice", "toggle"):
        node.set_toggled(accesskit.Toggled.TRUE if hit.selected else accesskit.Toggled.FALSE)
    elif hit.role == "tab":
        node.set_selected(hit.selected)
    if not hit.enabled:
        node.set_disabled()
    if hit.active:
        node.add_action(accesskit.Action.FOCUS)
        node.add_action(accesskit.Action.SET_VALUE if hit.role == "field" else accesskit.Action.CLICK)


# -- the three desktops --------------------------------------------------------------------------------------------
def _attached(handle: object, access: Access) -> Any | None:
    if accesskit is None:
        return None
    try:
        match sys.platform:
            case "win32":
                return accesskit.windows.SubclassingAdapter(handle, access.tree, access.asked)
            case "darwin":
                accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
                return accesskit.macos.SubclassingAdapter.for_window(handle, access.tree, access.asked)
            case _:
                return accesskit.unix.Adapter(access.tree, access.asked, _nobody_listens)
    except Exception:  # whatever a desktop's interface lacks, the session goes on without it
        return None


def _nobody_listens() -> None:
    """The last listener has gone; the next one is told everything anew."""


def _raise(events: Any | None) -> None:
    """On Windows and macOS an update gives back what must be raised; on Linux nothing."""
    if events is not None and hasattr(events, "raise_events"):
        events.raise_events()
