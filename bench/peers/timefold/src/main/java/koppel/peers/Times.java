package koppel.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Wall times as minutes since 1970, every day of 24 hours, and distances by road. */
final class Times {
    static final int MINUTES_PER_DAY = 1440;
    private static final int EARTH_RADIUS_KM = 6371;
    private static final double ROAD_FACTOR = 1.3;

    /** One part of a slot; the busy times add set-up and debrief. */
    record Part(long start, long end, long busyStart, long busyEnd, int day, int week) {}

    /** A half-open interval in minutes. */
    record Interval(long start, long end) {}

    private Times() {}

    static long minute(String wall) {
        return LocalDateTime.parse(wall).toEpochSecond(ZoneOffset.UTC) / 60;
    }

    static Interval[] intervals(JsonNode list) {
        Interval[] found = new Interval[list.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = new Interval(minute(list.get(i).get(0).asText()), minute(list.get(i).get(1).asText()));
        }
        return found;
    }

    static Part part(JsonNode part, int before, int after) {
        long start = minute(part.get(0).asText());
        long end = minute(part.get(1).asText());
        int day = (int) Math.floorDiv(start, MINUTES_PER_DAY);
        // 1970-01-01 was a Thursday, and weeks begin on Monday.
        return new Part(start, end, start - before, end + after, day, Math.floorDiv(day + 3, 7));
    }

    /** Haversine kilometres, times what roads add, rounded half up. */
    static int kilometres(JsonNode a, JsonNode b) {
        double lat = Math.toRadians(b.get("lat").asDouble() - a.get("lat").asDouble());
        double lon = Math.toRadians(b.get("lon").asDouble() - a.get("lon").asDouble());
        double both = Math.cos(Math.toRadians(a.get("lat").asDouble())) * Math.cos(Math.toRadians(b.get("lat").asDouble()));
        double chord = Math.pow(Math.sin(lat / 2), 2) + both * Math.pow(Math.sin(lon / 2), 2);
        return (int) Math.floor(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord)) * ROAD_FACTOR + 0.5);
    }
}
