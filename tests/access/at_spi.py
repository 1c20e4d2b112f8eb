"""A client of AT-SPI over D-Bus, as a screen reader is one: it sees the program only through the accessibility bus.

It knows nothing of Attune: objects with roles, names, states, actions. Written with jeepney, which speaks D-Bus alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

A11Y = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
FOCUSED, CHECKED, SENSITIVE = 12, 4, 24
"""Bits of AtspiStateType."""


@dataclass(frozen=True)
class Thing:
    """One accessible object as it was when it was looked at."""

    bus: str
    path: str
    role: int
    name: str
    description: str
    states: frozenset[int]
    attributes: dict[str, str]


ROLES = {"window": 69, "button": 43, "radio": 44, "heading": 83, "label": 29, "image": 27, "check": 7}
"""Numbers of AtspiRole."""


def listen() -> str:
    """Say to the desktop that a screen reader is running; the address of the accessibility bus."""
    with open_dbus_connection("SESSION") as session:
        status = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            session.send_and_get_reply(Properties(status).set(name, "b", True))
        bus = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        address: str = session.send_and_get_reply(new_method_call(bus, "GetAddress")).body[0]
        return address


class Gone(LookupError):
    """The object asked about is no longer there: the picture has changed meanwhile."""


class Reader:
    """What a screen reader can do."""

    def __init__(self, address: str) -> None:
        self.connection: DBusConnection = open_dbus_connection(address)
        rule = MatchRule(type="signal", interface=f"{A11Y}Event.Object")
        self.connection.send_and_get_reply(message_bus.AddMatch(rule))
        self.heard = self.connection.filter(rule, bufsize=10_000).__enter__()

    def applications(self) -> tuple[tuple[str, str], ...]:
        """Bus name and path of every program that tells anything."""
        return tuple(self._call(f"{A11Y}Registry", ROOT, "Accessible", "GetChildren"))

    def everything(self) -> tuple[Thing, ...]:
        """All objects of all programs, in order, as they are at one moment."""
        while True:
            try:
                return tuple(one for bus, path in self.applications() for one in self._under(bus, path))
            except Gone:
                continue

    def press(self, thing: Thing) -> bool:
        """Do its first action."""
        return bool(self._call(thing.bus, thing.path, "Action", "DoAction", "i", (0,)))

    def focus(self, thing: Thing) -> bool:
        """Move the focus there."""
        return bool(self._call(thing.bus, thing.path, "Component", "GrabFocus"))

    def announced(self) -> list[str]:
        """What was announced since the last time."""
        self._call(f"{A11Y}Registry", ROOT, "Accessible", "GetChildren")  # whatever was sent before has come with it
        found = []
        while self.heard:
            message = self.heard.popleft()
            if message.header.fields.get(3) == "Announcement":
                found.append(message.body[3][1])
        return found

    def _under(self, bus: str, path: str) -> Iterator[Thing]:
        if path != ROOT:  # the program itself is no part of its window
            yield self._look(bus, path)
        for child in self._call(bus, path, "Accessible", "GetChildren"):
            yield from self._under(*child)

    def _look(self, bus: str, path: str) -> Thing:
        low, high = self._call(bus, path, "Accessible", "GetState")
        bits = low | high << 32
        return Thing(
            bus,
            path,
            self._call(bus, path, "Accessible", "GetRole"),
            self._property(bus, path, "Name"),
            self._property(bus, path, "Description"),
            frozenset(bit for bit in range(64) if bits >> bit & 1),
            self._call(bus, path, "Accessible", "GetAttributes"),
        )

    def _call(self, bus: str, path: str, interface: str, method: str, *what: Any) -> Any:
        address = DBusAddress(path, bus_name=bus, interface=A11Y + interface)
        return self._answer(new_method_call(address, method, *what))

    def _property(self, bus: str, path: str, name: str) -> str:
        address = DBusAddress(path, bus_name=bus, interface=f"{A11Y}Accessible")
        value: str = self._answer(Properties(address).get(name))[1]
        return value

    def _answer(self, message: Message) -> Any:
        reply = self.connection.send_and_get_reply(message, timeout=20)
        if reply.header.message_type == MessageType.error:
            raise Gone(str(reply.body))
        return reply.body[0] if reply.body else None
