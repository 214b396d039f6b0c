package koppel.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A trainer of the pool. */
final class Trainer {
    final int index;
    final String id;
    final Set<String> roles;
    final Set<String> backgrounds;
    final Set<String> languages;
    final Set<String> traits;
    final Set<String> avoidPlaces;
    final Set<String> avoidTrainers;
    final Map<String, Integer> expertise;
    final Map<String, Integer> exposure;
    final int home;
    final Times.Interval[] available;
    final Times.Interval[] discouraged;
    final int perDay;
    final int perWeek;
    final int perSeason;
    final int restDays;
    final int travelKm;
    final int ownCommunityKm;
    final int least;
    final int most;
    final long rate;

    Trainer(int index, JsonNode json, Map<String, Integer> places) {
        this.index = index;
        id = json.get("id").asText();
        roles = texts(json.get("roles"));
        backgrounds = texts(json.get("backgrounds"));
        languages = texts(json.get("languages"));
        traits = texts(json.get("traits"));
        avoidPlaces = texts(json.get("avoidPlaces"));
        avoidTrainers = texts(json.get("avoidTrainers"));
        expertise = numbers(json.get("expertise"));
        home = places.get(json.get("home").asText());
        available = Times.intervals(json.get("available"));
        discouraged = Times.intervals(json.get("discouraged"));
        JsonNode limits = json.get("limits");
        exposure = numbers(limits.get("exposure"));
        perDay = limits.get("perDay").asInt();
        perWeek = limits.get("perWeek").asInt();
        perSeason = limits.get("perSeason").asInt();
        restDays = limits.get("restDays").asInt();
        travelKm = limits.get("travelKm").asInt();
        ownCommunityKm = limits.get("ownCommunityKm").asInt();
        least = json.get("share").get("min").asInt();
        most = json.get("share").get("max").asInt();
        rate = json.get("ratePerHour").asLong();
    }

    int level(String theme) {
        return expertise.getOrDefault(theme, 0);
    }

    /** How far a load is outside the fair share, squared. */
    long unfairness(long load) {
        long outside = Math.max(0, load - most) + Math.max(0, least - load);
        return outside * outside;
    }

    boolean isApartFrom(Trainer other) {
        return avoidTrainers.contains(other.id) || other.avoidTrainers.contains(id);
    }

    static Set<String> texts(JsonNode list) {
        Set<String> found = new HashSet<>();
        list.forEach(one -> found.add(one.asText()));
        return found;
    }

    private static Map<String, Integer> numbers(JsonNode object) {
        Map<String, Integer> found = new HashMap<>();
        object.fields().forEachRemaining(entry -> found.put(entry.getKey(), entry.getValue().asInt()));
        return found;
    }
}
