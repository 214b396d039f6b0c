package koppel.peers;

import java.util.List;

/** The rules of one trainer over all her sessions. */
final class Rules {
    private Rules() {}

    /** Rules 14 to 16: whether two bookings of different sessions exclude each other. */
    static boolean clash(Season season, Trainer who, Team one, Team other) {
        int a = one.session.place;
        int b = other.session.place;
        int km = a < 0 || b < 0 ? 0 : season.km[a][b];
        for (Times.Part x : one.parts()) {
            for (Times.Part y : other.parts()) {
                if (x.busyStart() < y.busyEnd() && y.busyStart() < x.busyEnd()) return true;
                int days = Math.abs(x.day() - y.day());
                if (days > 0) {
                    if (days <= who.restDays) return true;
                } else if (km > 0) {
                    boolean isFirst = x.busyStart() <= y.busyStart();
                    long room = isFirst ? y.busyStart() - x.busyEnd() : x.busyStart() - y.busyEnd();
                    if (room < km) return true;
                }
            }
        }
        return false;
    }

    /** Rules 17 and 18: a booking that would have to go for one more, or null; itself where she can never take it. */
    static Team surplus(List<Team> diary, Trainer who, Team team, int role) {
        if (diary.size() + 1 > who.perSeason) return diary.isEmpty() ? team : diary.get(diary.size() / 2);
        for (Times.Part part : team.parts()) {
            Team daily = surplusIn(diary, team, part, true, who.perDay);
            if (daily != null) return daily;
            Team weekly = surplusIn(diary, team, part, false, who.perWeek);
            if (weekly != null) return weekly;
        }
        if (role != Session.LIVED) return null;
        for (String theme : team.session.themes) {
            Integer most = who.exposure.get(theme);
            if (most == null) continue;
            int count = 1;
            Team last = team;
            for (Team other : diary) {
                if (!other.session.themes.contains(theme) || !sitsLived(other, who.index)) continue;
                count++;
                last = other;
            }
            if (count > most) return last;
        }
        return null;
    }

    private static Team surplusIn(List<Team> diary, Team team, Times.Part part, boolean isDay, int most) {
        int count = 0;
        Team last = team;
        for (Times.Part own : team.parts()) if (isSame(own, part, isDay)) count++;
        for (Team other : diary) {
            for (Times.Part busy : other.parts()) {
                if (!isSame(busy, part, isDay)) continue;
                count++;
                last = other;
            }
        }
        return count > most ? last : null;
    }

    private static boolean isSame(Times.Part a, Times.Part b, boolean isDay) {
        return isDay ? a.day() == b.day() : a.week() == b.week();
    }

    private static boolean sitsLived(Team team, int trainer) {
        for (int i = 0; i < team.trainers.length; i++) {
            if (team.trainers[i] == trainer) return team.roles[i] == Session.LIVED;
        }
        return false;
    }
}
