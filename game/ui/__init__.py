"""How pictures are made: values in, a Frame out, and one painter that draws it.

How to write a screen
=====================

A screen is a frozen dataclass with two pure methods (`game/screens/screen.py`). It reads no clock, file or Pygame.

    @dataclass(frozen=True, slots=True)
    class Farewell:
        name: str
        ticked: bool = False

        def view(self, look: Look, t: float) -> Frame:
            room, _ = look.box.from_top(look.box.h - footer_height(look))
            body = scroll_area(look, room.inset(look.u(64), look.u(40)), "main", lambda box: stack(
                box, look.u(24),
                lambda b: heading(look, b, f"Goodbye, {self.name}", PAGE_TITLE),
                lambda b: words(look, b, "You can come back at any time.", BODY, name="comfort"),
                lambda b: toggle(look, b, "keep", "Keep my answers", "On this computer only.", self.ticked),
                lambda b: button(look, b, "done", "Done", kind="primary", key=look.key("done", "debrief")),
            ))
            part = ground(look) + body + footer(look, "debrief", [FootKey("done")])
            return replace(frame_of(look.size, part, "Goodbye"), initial="done")

        def wish(self, act: Act, look: Look) -> Intent | None:
            match act:
                case Activate("done"):
                    return GoTo("library")
                case Activate("keep"):
                    return Become(replace(self, ticked=not self.ticked))
            return None

Rules of the kernel

- `Look` (look.py) is all that a view may ask: window, text size, theme, focus, scrolling, keymap, and
  `wrap`/`measure`. `look.u(n)` scales a distance of the 1920x1080 pictures, `look.em(n)` one that grows with the
  text, `look.px(style)` type. `look.narrow` says one column, please. Colours and styles come from theme.py
  (`look.theme.ink`, `BODY`), never numbers.
- A widget is a function `(look, box, ...) -> Part`: drawing orders, hits, and `part.box`, what it took. Heights come
  out of the words, so lay out downwards with `stack`, sideways with `row` or `flow`, and put pages into a
  `scroll_area` (parts.py). A *maker* is any function from Box to Part; `None` in a stack is skipped. `Part.moved(dx,
  dy)` and `a + b` do the rest.
- Every word that matters stands in a Hit, every hit has a unique name: `words(..., name=...)`, `heading` and all
  controls make them. Mouse, Tab and arrows, screen reader, self-voicing, the pilot and goldens know only hits.
  Pictures that mean something get `Hit(role="image", label=<text alternative>)`; decoration gets none.
- A press arrives as `Activate(name)` whether by mouse, Enter or key. Give hits the keys of `look.key(action, screen)`
  and call them as the action is called; footer entries (`FootKey`) carry the same name, so a key works even without a
  button. `Write(field, text)` is a field's whole new text; `Press(key)` is a key that nothing claimed.
- Frames: `initial` is focused when the screen opens, `entry` is where the first arrow lands, `any_key` takes all
  other keys and clicks, `live` announces, `pace` is "still" unless something moves, `wake` is the t of the next
  change by itself.
- A dialog is `dialog(look, under, title, body, actions)`: the frame beneath keeps its picture and loses its hits.

Which module: theme box orders frame look · parts widgets choices pages charts icons · motion keymap events attention
steering writing · shapes cache · Pygame only in fonts raster painter input sound. This package draws no screen and
keeps no run.
"""
