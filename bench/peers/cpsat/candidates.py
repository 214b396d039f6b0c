"""Who may sit where: the rules of one session that look at one member alone, and needs that come down to that."""

from season import ROLES


class Need:
    """Something that the members whom `who` names must have: all of them, or one."""

    def __init__(self, who, meets):
        self.who = who
        self.meets = meets

    def roles(self):
        """The roles whose members it looks at."""
        if self.who == "all":
            return ROLES
        return ("professional", "lived") if self.who == "any" else (self.who,)


def needs_of(session):
    """Themes, languages, traits and required communities of a session as needs."""
    needs = []
    for theme in session["themes"]:
        needs.append(Need(theme["who"], has_level(theme["id"], theme["level"])))
    for language in session["languages"]:
        needs.append(Need(language["who"], has_tags("languages", [language["id"]])))
    for trait in session["traits"]:
        needs.append(Need(trait["who"], has_tags("traits", [trait["id"]])))
    for community in session["communities"]:
        if community["required"] is not None:
            needs.append(Need(community["required"], has_tags("backgrounds", community["backgrounds"])))
    return needs


def has_level(theme, level):
    """Whether a trainer knows a theme at a level."""
    return lambda trainer: trainer["expertise"].get(theme, 0) >= level


def has_tags(field, tags):
    """Whether a trainer has every tag in one of her sets."""
    return lambda trainer: all(tag in trainer[field] for tag in tags)


def seats_in(session, roles):
    """The number of a session's seats in some roles."""
    return sum(session["seats"].get(role, 0) for role in roles)


class Candidates:
    """The candidates of every slot of one session, by role, and the needs that remain for the model."""

    def __init__(self, season, session):
        self.season = season
        self.session = session
        self.seats = [(role, session["seats"][role]) for role in ROLES if session["seats"].get(role, 0) > 0]
        self.open_needs = []
        filters = {role: [] for role, _ in self.seats}
        self.hopeless = False
        for need in needs_of(session):
            count = seats_in(session, need.roles())
            if count == 0:
                self.hopeless = True
            elif need.who == "all" or count == 1:
                for role in need.roles():
                    filters.get(role, []).append(need.meets)
            else:
                self.open_needs.append(need)
        able = {role: self._able(role, filters[role]) for role, _ in self.seats}
        #: per slot, role → ids of trainers; None where the slot cannot be used
        self.slots = [self._in_slot(slot, able) for slot in range(len(session["slots"]))]

    def _able(self, role, filters):
        """Trainers who may come in a role whatever the slot."""
        pinned = self.session["pinned"]
        seat_of = {member["trainer"]: member["seat"] for member in pinned["team"]} if pinned else {}
        return [
            trainer
            for trainer in self.season.trainers
            if role in trainer["roles"]
            and seat_of.get(trainer["id"], role) == role
            and all(meets(trainer) for meets in filters)
            and self._may_come(trainer)
        ]

    def _may_come(self, trainer):
        """Rules 4, 5, 6 and 8."""
        session, km = self.session, self.season.km
        if trainer["id"] in session["excludes"]:
            return False
        place = session["place"]
        where = ([] if place is None else [place]) + session["audience"]
        if any(near in trainer["avoidPlaces"] for near in where):
            return False
        limits = trainer["limits"]
        too_far = place is not None and km(trainer["home"], place) > limits["travelKm"]
        if too_far and not self._waived(trainer, "travelKm"):
            return False
        own = any(tag in trainer["backgrounds"] for group in session["communities"] for tag in group["backgrounds"])
        return not own or all(km(trainer["home"], near) >= limits["ownCommunityKm"] for near in where)

    def _in_slot(self, slot, able):
        """Rules 3 and 13: the candidates of one slot, None where a seat of it cannot be filled."""
        pinned = self.session["pinned"]
        if self.hopeless or (pinned is not None and pinned["slot"] != slot):
            return None
        parts = self.season.parts[self.session["id"]][slot]
        found = {}
        for role, count in self.seats:
            found[role] = [trainer["id"] for trainer in able[role] if self._is_free(trainer, parts)]
            if len(found[role]) < count:
                return None
        return found

    def _is_free(self, trainer, parts):
        """Rule 3."""
        if self._waived(trainer, "available"):
            return True
        free = self.season.free[trainer["id"]]
        return all(any(start <= p.busy_start and p.busy_end <= end for start, end in free) for p in parts)

    def _waived(self, trainer, rule):
        return any(one["trainer"] == trainer["id"] and one["rule"] == rule for one in self.session["waivers"])
