package ponte.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ponte.directory.Role;

/** The pages that are for people, by the first part of their address, and for whom each is. */
public enum Door {
  CHAT(Role.EMPLOYEE, Place.BAR),
  DIGESTS(Role.EMPLOYEE, Place.BAR),
  ARCHIVE(Role.EMPLOYEE, Place.BAR),
  HOME(Role.EMPLOYEE, Place.BAR),
  SCHEDULES(Role.EMPLOYEE, Place.MENU),
  /** What only community managers see of it, the page itself leaves out. */
  TRENDS(Role.EMPLOYEE, Place.MENU),
  /** The map of people is for community managers; others are led to the map of channels. */
  MAP(Role.EMPLOYEE, Place.MENU),
  SCORECARD(Role.MANAGER, Place.MENU),
  SEEDS(Role.MANAGER, Place.MENU),
  IMPORTS(Role.ADMINISTRATOR, Place.NOWHERE),
  DEAD_LETTERS(Role.ADMINISTRATOR, Place.MENU),
  AUDIT(Role.ADMINISTRATOR, Place.MENU),
  SETTINGS(Role.ADMINISTRATOR, Place.MENU);

  /** Where the pages lead to it. */
  public enum Place {
    /** From every page. */
    BAR,
    /** From the menu of those who may do more. */
    MENU,
    /** Another page leads there. */
    NOWHERE
  }

  private static final Pattern PAGE = Pattern.compile("(/[A-Za-z0-9._~%-]+)+/?(#[a-z]*)?");

  private final Role least;
  private final Place place;

  Door(Role least, Place place) {
    this.least = least;
    this.place = place;
  }

  /** The door that an address is behind; none: it is behind no door. */
  public static Optional<Door> of(String address) {
    return Arrays.stream(values())
        .filter(door -> address.equals(door.address()) || address.startsWith(door.address() + "/"))
        .findFirst();
  }

  /** Whether an address, of whatever origin, is that of a page of the console and nothing else. */
  public static boolean leadsTo(String address) {
    return PAGE.matcher(address).matches() && of(address.replaceFirst("#.*", "")).isPresent();
  }

  /** Those of a place, in their order. */
  static List<Door> at(Place place) {
    return Arrays.stream(values()).filter(door -> door.place == place).toList();
  }

  /** Who may open it: whoever has this role, or a higher one. */
  public Role least() {
    return least;
  }

  /** Its address, such as {@code /dead-letters}. */
  public String address() {
    return "/" + key();
  }

  /** The text that names it in the bar and the menu. */
  public String situation() {
    return "door." + key();
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
