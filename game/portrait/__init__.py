"""The client's face, body and room: parameters in, SVG text out; pure, with nothing but the standard library."""
