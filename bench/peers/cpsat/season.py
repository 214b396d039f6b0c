"""Reads a season file and computes what the model needs to know of it: minutes, kilometres, fees, slots."""

import gzip
import json
import math
from dataclasses import dataclass
from datetime import datetime

ROLES = ("professional", "lived", "actor")
EPOCH = datetime(1970, 1, 1)
MINUTES_PER_DAY = 1440
EARTH_RADIUS_KM = 6371
ROAD_FACTOR = 1.3


@dataclass(frozen=True)
class Part:
    """One part of a slot, in minutes since 1970; the busy times add set-up and debrief."""

    start: int
    end: int
    busy_start: int
    busy_end: int
    day: int
    week: int


class Season:
    """A season with look-ups by id."""

    def __init__(self, data):
        self.data = data
        self.id = data["id"]
        self.weights = data["weights"]
        self.sessions = data["sessions"]
        self.trainers = data["trainers"]
        self.places = {place["id"]: place for place in data["places"]}
        self.trainer = {trainer["id"]: trainer for trainer in self.trainers}
        self.pair_cost = {frozenset((pair["a"], pair["b"])): pair["cost"] for pair in data["pairs"]}
        self.published = {entry["session"]: entry for entry in data["published"]}
        self.parts = {
            session["id"]: [[part_of(session, part) for part in slot] for slot in session["slots"]]
            for session in self.sessions
        }
        self.free = {trainer["id"]: intervals(trainer["available"]) for trainer in self.trainers}
        self.unliked = {trainer["id"]: intervals(trainer["discouraged"]) for trainer in self.trainers}
        self._km = {}

    def km(self, a, b):
        """Kilometres between two places by id."""
        if a == b:
            return 0
        key = (a, b)
        if key not in self._km:
            self._km[key] = great_circle(self.places[a], self.places[b])
        return self._km[key]

    def apart(self, a, b):
        """Whether two trainers must never share a team."""
        return b in self.trainer[a]["avoidTrainers"] or a in self.trainer[b]["avoidTrainers"]


def read_season(path):
    """Reads a season from JSON, gzipped or not."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    return Season(json.loads(data.decode("utf-8-sig")))


def minute_of(wall):
    """Minutes from 1970 to a wall time, every day of 24 hours."""
    return int((datetime.fromisoformat(wall) - EPOCH).total_seconds()) // 60


def intervals(pairs):
    """Wall-time intervals as minutes."""
    return [(minute_of(start), minute_of(end)) for start, end in pairs]


def part_of(session, part):
    """A part of one of a session's slots."""
    start, end = minute_of(part[0]), minute_of(part[1])
    day = start // MINUTES_PER_DAY
    # 1970-01-01 was a Thursday, and weeks begin on Monday.
    week = (day + 3) // 7
    return Part(start, end, start - session["before"], end + session["after"], day, week)


def great_circle(a, b):
    """Haversine kilometres by road, rounded half up."""
    lat = math.radians(b["lat"] - a["lat"])
    lon = math.radians(b["lon"] - a["lon"])
    both = math.cos(math.radians(a["lat"])) * math.cos(math.radians(b["lat"]))
    chord = math.sin(lat / 2) ** 2 + both * math.sin(lon / 2) ** 2
    return math.floor(2 * EARTH_RADIUS_KM * math.asin(math.sqrt(chord)) * ROAD_FACTOR + 0.5)


def fee_of(trainer, session, parts):
    """A member's fee in whole euros, half up."""
    minutes = sum(part.end - part.start for part in parts) + session["paidMinutes"]
    return (trainer["ratePerHour"] * minutes * 2 + 60) // 120


def unfairness(share, load):
    """How far a load is outside a fair share, squared."""
    return max(0, load - share["max"]) ** 2 + max(0, share["min"] - load) ** 2
