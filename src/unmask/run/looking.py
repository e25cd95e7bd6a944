"""Brings everybody's beliefs up to what they see.

One promise: a belief without an open route stays as it was. People go on believing what they saw last.
"""

from typing import NamedTuple

from unmask.run.state import Layout, Reader, State
from unmask.world.places import Belief, News, Way

_Ways = list[tuple[Reader | None, Reader]]


class _News(NamedTuple):
    """How a belief changes: routes and readings in file order, each with its condition, None for always."""

    place: int
    low: int
    high: int
    routes: _Ways
    readings: _Ways


class Looking:
    """Knows for every belief of a world what can change it, among whom."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._news: dict[tuple[str, ...], list[_News]] = {}

    def after(self, people: tuple[str, ...], state: State) -> State:
        """The state after everybody took in what reaches them, all at once: nobody sees what another has just come to believe."""
        row = None
        for news in self._news_among(people):
            arrives = _first_open(news.routes, state)
            if arrives is None:
                continue
            taken_for = _first_open(news.readings, state) or arrives
            value = min(max(taken_for(state), news.low), news.high)
            if value != state[news.place]:
                row = row or list(state)
                row[news.place] = value
        return tuple(row) if row else state

    def _news_among(self, people: tuple[str, ...]) -> list[_News]:
        """For each belief that can change while these people are together, what can change it."""
        if people not in self._news:
            self._news[people] = [self._bound(belief, news) for belief, news in self.layout.news_among(people)]
        return self._news[people]

    def _bound(self, belief: Belief, news: News) -> _News:
        type_ = self.layout.type_of(belief)
        return _News(self.layout.places[belief], type_.low, type_.high, self._ways(news.routes), self._ways(news.readings))

    def _ways(self, ways: tuple[Way, ...]) -> _Ways:
        reader = self.layout.reader
        return [(None if condition is None else reader(condition), reader(value)) for condition, value in ways]


def _first_open(ways: _Ways, state: State) -> Reader | None:
    return next((value for opens, value in ways if opens is None or opens(state)), None)
