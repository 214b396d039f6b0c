"""Which bookings of one trainer exclude each other, as few large cliques."""

from season import MINUTES_PER_DAY


def conflict(season, limits, one, other):
    """Whether a trainer cannot have two bookings, each (session, parts), of different sessions: rules 14 to 17."""
    (session_a, parts_a), (session_b, parts_b) = one, other
    if limits["perSeason"] < 2:
        return True
    places = session_a["place"], session_b["place"]
    km = 0 if None in places else season.km(*places)
    for a in parts_a:
        for b in parts_b:
            if a.busy_start < b.busy_end and b.busy_start < a.busy_end:
                return True
            if a.day != b.day:
                if abs(a.day - b.day) <= limits["restDays"]:
                    return True
            elif km > 0:
                first, second = (a, b) if a.busy_start <= b.busy_start else (b, a)
                if second.busy_start - first.busy_end < km:
                    return True
    if len(parts_a) == len(parts_b) == 1:
        # By far the most: no need to count.
        a, b = parts_a[0], parts_b[0]
        return (a.day == b.day and limits["perDay"] < 2) or (a.week == b.week and limits["perWeek"] < 2)
    both = [*parts_a, *parts_b]
    return too_many((part.day for part in both), limits["perDay"]) or too_many(
        (part.week for part in both), limits["perWeek"]
    )


def too_many(keys, most):
    """Whether one key comes more often than allowed."""
    counts = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    return any(count > most for count in counts.values())


def conflict_graph(season, limits, bookings):
    """Adjacency of a trainer's bookings as bit sets. Bookings must be sorted by their first start."""
    # Beyond this many days between two first starts nothing can clash.
    longest = max((parts[-1].busy_end - parts[0].busy_start) // MINUTES_PER_DAY + 1 for _, parts in bookings)
    reach = 2 * longest + max(limits["restDays"], 7)
    near = [0] * len(bookings)
    for i, one in enumerate(bookings):
        for j in range(i + 1, len(bookings)):
            other = bookings[j]
            if limits["perSeason"] > 1 and other[1][0].day - one[1][0].day > reach:
                break
            if one[0] is other[0] or conflict(season, limits, one, other):
                near[i] |= 1 << j
                near[j] |= 1 << i
    # Slots of one session exclude each other however far they lie apart.
    by_session = {}
    for i, (session, _) in enumerate(bookings):
        for j in by_session.setdefault(session["id"], []):
            near[i] |= 1 << j
            near[j] |= 1 << i
        by_session[session["id"]].append(i)
    return near


def clique_cover(near):
    """Maximal cliques that cover every edge, grown from each edge not covered yet; lists of indices."""
    open_edges = list(near)
    cliques = []
    for i in range(len(near)):
        while open_edges[i] >> (i + 1):
            clique, common = [i], near[i]
            # New edges first, then whatever else fits: it costs nothing and tightens the relaxation.
            for wanted in (open_edges[i], near[i]):
                while common & wanted:
                    j = lowest(common & wanted)
                    clique.append(j)
                    common &= near[j]
                    wanted &= ~(1 << j)
            cliques.append(clique)
            mask = sum(1 << j for j in clique)
            for j in clique:
                open_edges[j] &= ~mask
    return cliques


def lowest(bits):
    """The index of the lowest bit that is set."""
    return (bits & -bits).bit_length() - 1
