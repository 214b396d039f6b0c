package koppel.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A session, with the teams that may take it. */
final class Session {
    static final String[] ROLES = {"professional", "lived", "actor"};
    static final int LIVED = 1;
    static final int ACTOR = 2;

    final int index;
    final String id;
    final JsonNode json;
    final Times.Part[][] slots;
    /** −1: online */
    final int place;
    /** −1: nobody's */
    final int programme;
    final int[] seats = new int[ROLES.length];
    final int halfDays;
    final Set<String> themes = new HashSet<>();
    /** what it costs to leave it open */
    final long openCost;
    final JsonNode published;
    final boolean isFullyPinned;
    Session previous;
    Session next;
    int minDays;
    int maxDays;
    /** cheapest first */
    List<Team> teams = List.of();
    final Map<String, Team> byMembers = new HashMap<>();
    /** per slot and role the trainers who may sit there */
    int[][][] candidates;

    Session(int index, JsonNode json, Season season, JsonNode published) {
        this.index = index;
        this.json = json;
        this.published = published;
        id = json.get("id").asText();
        place = json.get("place").isNull() ? -1 : season.places.get(json.get("place").asText());
        programme = json.get("programme").isNull() ? -1 : season.programmes.get(json.get("programme").asText());
        halfDays = json.get("halfDays").asInt();
        int all = 0;
        for (int role = 0; role < ROLES.length; role++) {
            seats[role] = json.get("seats").path(ROLES[role]).asInt(0);
            all += seats[role];
        }
        isFullyPinned = !json.get("pinned").isNull() && json.get("pinned").get("team").size() == all;
        json.get("themes").forEach(theme -> themes.add(theme.get("id").asText()));
        JsonNode offered = json.get("slots");
        slots = new Times.Part[offered.size()][];
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = new Times.Part[offered.get(slot).size()];
            for (int part = 0; part < slots[slot].length; part++) {
                slots[slot][part] = Times.part(
                        offered.get(slot).get(part), json.get("before").asInt(), json.get("after").asInt());
            }
        }
        long leaving = published == null ? 0 : season.weight("change") * published.get("team").size();
        openCost = season.weight("unstaffed") * json.get("priority").asInt() + leaving;
    }

    long fee(Trainer trainer, int slot) {
        long minutes = json.get("paidMinutes").asLong();
        for (Times.Part part : slots[slot]) minutes += part.end() - part.start();
        return (trainer.rate * minutes * 2 + 60) / 120;
    }

    void offer(List<Team> offered) {
        teams = new ArrayList<>(offered);
        teams.sort((a, b) -> Long.compare(a.cost, b.cost));
        for (Team team : teams) byMembers.put(key(team.slot, team.trainers, team.roles), team);
    }

    /** The team of these members, or null where it may not come. Members come in the order of their roles. */
    Team find(int slot, int[] trainers, int[] roles) {
        return byMembers.get(key(slot, trainers, roles));
    }

    private static String key(int slot, int[] trainers, int[] roles) {
        int[] coded = new int[trainers.length];
        for (int i = 0; i < coded.length; i++) coded[i] = roles[i] * 100_000 + trainers[i];
        java.util.Arrays.sort(coded);
        StringBuilder text = new StringBuilder(8 * coded.length).append((char) slot);
        for (int code : coded) text.append((char) (code >> 15)).append((char) (code & 0x7fff));
        return text.toString();
    }

    /** Whether the days between a slot of the session before and one of this are as the series wants them. */
    boolean follows(int before, int slot) {
        Times.Part[] early = previous.slots[before];
        int days = slots[slot][0].day() - early[early.length - 1].day();
        return days >= minDays && days <= maxDays;
    }
}
