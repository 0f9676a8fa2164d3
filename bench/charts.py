# SPDX-License-Identifier: GPL-3.0-or-later
"""Line charts on logarithmic axes, in SVG. Lines differ by dashes and marks, not by colour."""
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 78, 200, 46, 62
DASHES = ("", "9 4", "2 4", "12 4 2 4")
MARKS = ("circle", "square", "triangle", "cross")
FONT = 'font-family="sans-serif"'


class Axis:
    """A logarithmic scale from low to high, both above 0, along pixels start..end."""

    def __init__(self, label, low, high, pixels):
        self.label, self.pixels = label, pixels
        self.low, self.high = math.log10(low), math.log10(max(high, low * 1.5))

    def at(self, value):
        share = (math.log10(value) - self.low) / (self.high - self.low)
        start, end = self.pixels
        return start + min(max(share, 0), 1) * (end - start)

    def ticks(self):
        """1, 2 and 5 times each power of ten, or the powers alone when there are many."""
        span = self.high - self.low
        digits = (1, 2, 5) if span <= 3 else (1,)
        for power in range(math.floor(self.low), math.ceil(self.high) + 1):
            for digit in digits:
                value = digit * 10.0 ** power
                if self.low - 1e-9 <= math.log10(value) <= self.high + 1e-9:
                    yield value


def number(value):
    """As one reads it in French: 0,02, 1 000."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".") if value < 1 else f"{value:,.0f}"
    return text.replace(",", "\u202f").replace(".", ",")


class Chart:
    def __init__(self, title, x_axis, y_axis):
        """An axis is (label, low, high)."""
        self.title = title
        self.x = Axis(*x_axis, (LEFT, WIDTH - RIGHT))
        self.y = Axis(*y_axis, (HEIGHT - BOTTOM, TOP))
        self.parts, self.legend = [], []

    def line(self, name, points, style=0, steps=False, marks=True):
        """Points (x, y); with steps, each value holds until the next point."""
        places = []
        for x, y in points:
            here = (self.x.at(x), self.y.at(y))
            if steps and places:
                places.append((here[0], places[-1][1]))
            places.append(here)
        if len(places) > 1:
            path = "L".join(f"{x:.1f},{y:.1f}" for x, y in places)
            self.parts.append(f'<path d="M{path}" {self._stroke(style)}/>')
        if marks:
            shown = places if not steps else places[-1:]
            self.parts += [self._mark(style, x, y) for x, y in shown]
        self.legend.append((name, style, marks))

    def note(self, text):
        """A line of the legend without a line in the chart."""
        self.legend.append((text, None, False))

    @staticmethod
    def _stroke(style):
        width = 2.6 if style == 0 else 1.6
        dash = f' stroke-dasharray="{DASHES[style % 4]}"' if DASHES[style % 4] else ""
        return f'fill="none" stroke="black" stroke-width="{width}"{dash}'

    @staticmethod
    def _mark(style, x, y):
        kind = MARKS[style % 4]
        if kind == "circle":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
        if kind == "square":
            return (f'<rect x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7" fill="white" '
                    'stroke="black"/>')
        if kind == "triangle":
            corners = f"{x:.1f},{y - 5:.1f} {x - 5:.1f},{y + 4:.1f} {x + 5:.1f},{y + 4:.1f}"
            return f'<polygon points="{corners}" fill="white" stroke="black"/>'
        return (f'<path d="M{x - 4:.1f},{y - 4:.1f}l8,8m0,-8l-8,8" stroke="black" '
                'stroke-width="1.6"/>')

    @staticmethod
    def _text(x, y, text, anchor="middle", size=12, extra=""):
        return (f'<text x="{x:.1f}" y="{y:.1f}" {FONT} font-size="{size}" '
                f'text-anchor="{anchor}"{extra}>{escape(text)}</text>')

    def _frame(self):
        left, right = self.x.pixels
        bottom, top = self.y.pixels
        yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
        yield self._text((left + right) / 2, 24, self.title, size=15)
        for value in self.x.ticks():
            x = self.x.at(value)
            yield f'<path d="M{x:.1f},{bottom}V{top}" stroke="#ddd"/>'
            yield self._text(x, bottom + 18, number(value))
        for value in self.y.ticks():
            y = self.y.at(value)
            yield f'<path d="M{left},{y:.1f}H{right}" stroke="#ddd"/>'
            yield self._text(left - 8, y + 4, number(value), "end")
        yield f'<path d="M{left},{top}V{bottom}H{right}" fill="none" stroke="black"/>'
        yield self._text((left + right) / 2, HEIGHT - 16, self.x.label, size=13)
        middle = (top + bottom) / 2
        yield self._text(0, 0, self.y.label, size=13,
                         extra=f' transform="translate(20 {middle:.1f}) rotate(-90)"')

    def _legend(self):
        x, y = WIDTH - RIGHT + 14, TOP + 10
        for name, style, marks in self.legend:
            if style is not None:
                yield f'<path d="M{x},{y - 4}h34" {self._stroke(style)}/>'
                if marks:
                    yield self._mark(style, x + 17, y - 4)
            yield self._text(x + (42 if style is not None else 0), y, name, "start")
            y += 22

    def write(self, path):
        parts = [*self._frame(), *self.parts, *self._legend()]
        head = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
                f'viewBox="0 0 {WIDTH} {HEIGHT}">')
        path.write_text("\n".join([head, *parts, "</svg>"]) + "\n", encoding="utf-8")


def fitted_exponent(points):
    """(a, c) of the least-squares line time = c * size^a through logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    spread = sum((x - mean_x) ** 2 for x, _ in logs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in logs) / spread
    return slope, math.exp(mean_y - slope * mean_x)
