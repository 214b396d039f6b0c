package koppel.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Lists the teams that may take a session: those that obey the rules of one session, with what they cost. */
final class Teams {
    private final Season season;
    private final Session session;
    private final int limit;
    private final List<Need> needs = new ArrayList<>();
    private final Map<Integer, Integer> pinnedRole = new HashMap<>();
    private final List<Team> found = new ArrayList<>();
    private final List<Theme> themes = new ArrayList<>();
    private final List<Community> communities = new ArrayList<>();
    private final Set<String> excluded;
    private final List<String> where;

    /** What the members whom `who` names must have: all of them, or one. */
    private record Need(String who, Predicate<Trainer> meets) {}

    private record Theme(String id, int wish, String who) {}

    private record Community(Set<String> tags, long weight) {
        boolean isSharedBy(Trainer trainer) {
            return trainer.backgrounds.containsAll(tags);
        }
    }

    private record Member(Trainer trainer, int role, long cost, long fee, long estimate) {}

    Teams(Season season, Session session, int limit) {
        this.season = season;
        this.session = session;
        this.limit = limit;
        excluded = Trainer.texts(session.json.get("excludes"));
        where = new ArrayList<>(Trainer.texts(session.json.get("audience")));
        if (session.place >= 0) where.add(text(session.json, "place"));
        for (JsonNode theme : session.json.get("themes")) {
            String id = text(theme, "id");
            int level = theme.get("level").asInt();
            needs.add(new Need(text(theme, "who"), trainer -> trainer.level(id) >= level));
            themes.add(new Theme(id, theme.get("wish").asInt(), text(theme, "who")));
        }
        for (JsonNode one : session.json.get("languages")) {
            String id = text(one, "id");
            needs.add(new Need(text(one, "who"), trainer -> trainer.languages.contains(id)));
        }
        for (JsonNode one : session.json.get("traits")) {
            String id = text(one, "id");
            needs.add(new Need(text(one, "who"), trainer -> trainer.traits.contains(id)));
        }
        for (JsonNode one : session.json.get("communities")) {
            long weight = season.weight("background") * one.get("weight").asInt();
            Community community = new Community(Trainer.texts(one.get("backgrounds")), weight);
            communities.add(community);
            if (!one.get("required").isNull()) needs.add(new Need(text(one, "required"), community::isSharedBy));
        }
    }

    /** Fills the session's teams and candidates. */
    void offer() {
        JsonNode pinned = session.json.get("pinned");
        if (!pinned.isNull()) {
            for (JsonNode member : pinned.get("team")) {
                int role = List.of(Session.ROLES).indexOf(text(member, "seat"));
                pinnedRole.put(season.trainerIndex.get(text(member, "trainer")), role);
            }
        }
        session.candidates = new int[session.slots.length][Session.ROLES.length][0];
        for (int slot = 0; slot < session.slots.length; slot++) {
            if (pinned.isNull() || pinned.get("slot").asInt() == slot) offerSlot(slot);
        }
        session.offer(found);
    }

    private void offerSlot(int slot) {
        List<List<Member>> groups = new ArrayList<>();
        for (int role = 0; role < Session.ROLES.length; role++) {
            List<Member> able = new ArrayList<>();
            if (session.seats[role] > 0) {
                for (Trainer trainer : season.trainers) {
                    if (mayCome(trainer, role, slot)) able.add(member(trainer, role, slot));
                }
                if (able.size() < session.seats[role]) return;
                able.sort((a, b) -> Long.compare(a.estimate, b.estimate));
            }
            groups.add(able);
        }
        int width = groups.stream().mapToInt(List::size).max().orElse(0);
        while (combinations(groups, width) > limit) width--;
        for (int role = 0; role < groups.size(); role++) {
            List<Member> able = groups.get(role);
            List<Member> kept = able.subList(0, Math.min(Math.max(width, session.seats[role]), able.size()));
            groups.set(role, kept);
            session.candidates[slot][role] = kept.stream().mapToInt(one -> one.trainer.index).toArray();
        }
        fill(slot, groups, 0, 0, new ArrayList<>());
    }

    private double combinations(List<List<Member>> groups, int width) {
        double product = 1;
        for (int role = 0; role < groups.size(); role++) {
            int size = Math.min(width, groups.get(role).size());
            for (int k = 0; k < session.seats[role]; k++) product = product * Math.max(1, size - k) / (k + 1);
        }
        return width <= 2 ? 0 : product;
    }

    /** Rules 1, 3 to 6, 8, 13 and needs of all members. */
    private boolean mayCome(Trainer trainer, int role, int slot) {
        if (!trainer.roles.contains(Session.ROLES[role])) return false;
        if (pinnedRole.getOrDefault(trainer.index, role) != role) return false;
        if (excluded.contains(trainer.id)) return false;
        for (Need need : needs) if (need.who.equals("all") && !need.meets.test(trainer)) return false;
        for (String near : where) if (trainer.avoidPlaces.contains(near)) return false;
        boolean isFar = session.place >= 0 && season.km[trainer.home][session.place] > trainer.travelKm;
        if (isFar && !isWaived(trainer, "travelKm")) return false;
        for (Community community : communities) {
            for (String tag : community.tags) {
                if (!trainer.backgrounds.contains(tag)) continue;
                for (String near : where) {
                    if (season.km[trainer.home][season.places.get(near)] < trainer.ownCommunityKm) return false;
                }
            }
        }
        if (isWaived(trainer, "available")) return true;
        for (Times.Part part : session.slots[slot]) {
            boolean isCovered = false;
            for (Times.Interval free : trainer.available) {
                isCovered |= free.start() <= part.busyStart() && part.busyEnd() <= free.end();
            }
            if (!isCovered) return false;
        }
        return true;
    }

    private boolean isWaived(Trainer trainer, String rule) {
        for (JsonNode waiver : session.json.get("waivers")) {
            if (text(waiver, "trainer").equals(trainer.id) && text(waiver, "rule").equals(rule)) return true;
        }
        return false;
    }

    private Member member(Trainer trainer, int role, int slot) {
        long fee = session.fee(trainer, slot);
        long cost = season.weight("fee") * fee;
        if (session.place >= 0) cost += season.weight("travelKm") * season.km[trainer.home][session.place];
        boolean isUnliked = false;
        for (Times.Part part : session.slots[slot]) {
            for (Times.Interval unliked : trainer.discouraged) {
                isUnliked |= unliked.start() < part.end() && part.start() < unliked.end();
            }
        }
        if (isUnliked) cost += season.weight("discouraged");
        Member alone = new Member(trainer, role, cost, fee, 0);
        long estimate = pinnedRole.containsKey(trainer.index) ? Long.MIN_VALUE : cost + together(List.of(alone));
        return new Member(trainer, role, cost, fee, estimate);
    }

    private void fill(int slot, List<List<Member>> groups, int role, int from, List<Member> team) {
        if (role == groups.size()) {
            if (isWhole(team)) found.add(team(slot, team));
            return;
        }
        long seated = team.stream().filter(one -> one.role == role).count();
        if (seated == session.seats[role]) {
            fill(slot, groups, role + 1, 0, team);
            return;
        }
        List<Member> group = groups.get(role);
        for (int i = from; i < group.size(); i++) {
            Trainer trainer = group.get(i).trainer;
            if (team.stream().anyMatch(one -> one.trainer == trainer || one.trainer.isApartFrom(trainer))) continue;
            team.add(group.get(i));
            fill(slot, groups, role, i + 1, team);
            team.remove(team.size() - 1);
        }
    }

    private boolean isWhole(List<Member> team) {
        for (int pinned : pinnedRole.keySet()) if (team.stream().noneMatch(one -> one.trainer.index == pinned)) return false;
        for (Need need : needs) {
            if (need.who.equals("all")) continue;
            if (team.stream().noneMatch(one -> isLookedAt(need.who, one) && need.meets.test(one.trainer))) return false;
        }
        return true;
    }

    private static boolean isLookedAt(String who, Member member) {
        if (who.equals("all")) return true;
        return who.equals("any") ? member.role != Session.ACTOR : Session.ROLES[member.role].equals(who);
    }

    private Team team(int slot, List<Member> team) {
        long cost = season.weight("slot") * slot + together(team);
        long fees = 0;
        for (int i = 0; i < team.size(); i++) {
            cost += team.get(i).cost;
            fees += team.get(i).fee;
            for (int j = 0; j < i; j++) cost += season.pairCost(team.get(i).trainer.index, team.get(j).trainer.index);
        }
        if (session.published != null) {
            JsonNode known = session.published.get("slot");
            if (known.isNull() || known.asInt() != slot) cost += season.weight("move");
            for (JsonNode member : session.published.get("team")) {
                String id = text(member, "trainer");
                if (team.stream().noneMatch(one -> one.trainer.id.equals(id))) cost += season.weight("change");
            }
        }
        int[] trainers = team.stream().mapToInt(one -> one.trainer.index).toArray();
        return new Team(session, slot, trainers, team.stream().mapToInt(Member::role).toArray(), cost, fees);
    }

    /** `depth` and `background`. */
    private long together(List<Member> team) {
        long cost = 0;
        for (Theme theme : themes) {
            int best = 0;
            for (Member one : team) {
                if (isLookedAt(theme.who, one)) best = Math.max(best, one.trainer.level(theme.id));
            }
            cost += season.weight("depth") * Math.max(0, theme.wish - best);
        }
        for (Community community : communities) {
            int missing = 2;
            for (Member one : team) {
                if (community.isSharedBy(one.trainer)) missing = Math.min(missing, one.role == Session.LIVED ? 0 : 1);
            }
            cost += community.weight * missing;
        }
        return cost;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
