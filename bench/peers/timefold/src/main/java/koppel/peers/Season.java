package koppel.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A season as it is read, by index. */
final class Season {
    /** At most so many teams are kept over all slots of a season, and these bounds for one slot. */
    private static final int ALL_TEAMS = 3_000_000;
    private static final int FEWEST_TEAMS = 200;
    private static final int MOST_TEAMS = 3000;

    final String id;
    final JsonNode weights;
    final Map<String, Integer> places = new HashMap<>();
    final Map<String, Integer> programmes = new HashMap<>();
    final Map<String, Integer> trainerIndex = new HashMap<>();
    final Map<String, Long> pairs = new HashMap<>();
    final int[][] km;
    final long[] budgets;
    final Trainer[] trainers;
    final Session[] sessions;

    Season(JsonNode json) {
        id = json.get("id").asText();
        weights = json.get("weights");
        JsonNode where = json.get("places");
        km = new int[where.size()][where.size()];
        for (int i = 0; i < km.length; i++) {
            places.put(where.get(i).get("id").asText(), i);
            for (int j = 0; j < i; j++) km[i][j] = km[j][i] = Times.kilometres(where.get(i), where.get(j));
        }
        budgets = new long[json.get("programmes").size()];
        for (JsonNode programme : json.get("programmes")) {
            budgets[programmes.size()] = programme.get("budget").asLong();
            programmes.put(programme.get("id").asText(), programmes.size());
        }
        trainers = new Trainer[json.get("trainers").size()];
        for (int i = 0; i < trainers.length; i++) {
            trainers[i] = new Trainer(i, json.get("trainers").get(i), places);
            trainerIndex.put(trainers[i].id, i);
        }
        for (JsonNode pair : json.get("pairs")) {
            int a = trainerIndex.get(pair.get("a").asText());
            int b = trainerIndex.get(pair.get("b").asText());
            pairs.put(pairKey(a, b), pair.get("cost").asLong());
        }
        Map<String, JsonNode> published = new HashMap<>();
        json.get("published").forEach(entry -> published.put(entry.get("session").asText(), entry));
        sessions = new Session[json.get("sessions").size()];
        Map<String, Session> byId = new HashMap<>();
        int slots = 0;
        for (int i = 0; i < sessions.length; i++) {
            JsonNode session = json.get("sessions").get(i);
            sessions[i] = new Session(i, session, this, published.get(session.get("id").asText()));
            byId.put(sessions[i].id, sessions[i]);
            slots += sessions[i].slots.length;
        }
        for (JsonNode series : json.get("series")) link(series, byId);
        int perSlot = Math.max(FEWEST_TEAMS, Math.min(MOST_TEAMS, ALL_TEAMS / Math.max(1, slots)));
        for (Session session : sessions) new Teams(this, session, perSlot).offer();
    }

    private static void link(JsonNode series, Map<String, Session> byId) {
        Session before = null;
        for (JsonNode id : series.get("sessions")) {
            Session session = byId.get(id.asText());
            session.minDays = series.get("minDays").asInt();
            session.maxDays = series.get("maxDays").asInt();
            session.previous = before;
            if (before != null) before.next = session;
            before = session;
        }
    }

    long weight(String name) {
        return weights.get(name).asLong();
    }

    long pairCost(int a, int b) {
        return pairs.isEmpty() ? weight("pair") : pairs.getOrDefault(pairKey(a, b), weight("pair"));
    }

    private static String pairKey(int a, int b) {
        return Math.min(a, b) + " " + Math.max(a, b);
    }

    static Season read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new Season(new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text));
    }
}
