package ponte.archive;

/**
 * What a link must score above, for a message not to open a conversation: more in a busy channel,
 * for a newcomer, a greeting, a long question; less for who thanks, replies or goes on, and in a
 * meeting, where few talk fast.
 *
 * <p>Weights as in {@link Linking}; {@link #BUSY} alone was chosen on five Gitter rooms, {@link
 * #MEETING} on Ubuntu's meetings and on the talk of KIParla.
 */
final class Bar {

  private static final double LOWEST = -2.35;
  private static final double SPEED = 0.06;
  private static final double BUSY = 0.2;
  private static final double BUSY_FROM = 4;
  private static final double AUTHORS = 0.86;
  private static final double MEETING = -1;
  private static final double MEETING_SPEED = 4.5;
  private static final double MEETING_AUTHORS = 2.6;
  private static final double NEWCOMER = -1.03;
  private static final double NEWCOMER_BY_SPEED = 0.28;
  private static final double SPOKE_JUST_NOW = -0.57;
  private static final double SILENCE = -0.31;
  private static final double NAMES_SOMEBODY_HERE = -1.66;
  private static final double ASKS_BY_SPEED = 0.12;
  private static final double ASKS_AT_LENGTH = 0.84;
  private static final double LENGTH = 0.19;
  private static final double GREETS = 1.23;
  private static final double THANKS = -0.93;
  private static final double REPLIES = -0.84;
  private static final double LEANS = -0.52;

  private static final int LONG = 60;
  private static final double JUST_NOW = 5;

  private Bar() {}

  static double of(Surroundings around) {
    var turn = around.turn();
    var speed = around.speed();
    return LOWEST
        + SPEED * speed
        + BUSY * Math.max(speed, BUSY_FROM)
        + authors(Math.log(1 + around.authors()), speed)
        + (around.isOfANewcomer() ? NEWCOMER + NEWCOMER_BY_SPEED * speed : silence(around))
        + (around.namesSomebodyHere() ? NAMES_SOMEBODY_HERE : 0)
        + (turn.asks() ? ASKS_BY_SPEED * speed : 0)
        + (turn.asks() && turn.length() > LONG ? ASKS_AT_LENGTH : 0)
        + LENGTH * Math.log(1 + turn.length())
        + tone(turn);
  }

  /** Few are so many as 12; fast is more than 89 messages an hour. */
  private static double authors(double authors, double speed) {
    return AUTHORS * authors
        + (speed > MEETING_SPEED ? MEETING * Math.max(0, MEETING_AUTHORS - authors) : 0);
  }

  private static double silence(Surroundings around) {
    var minutes = around.minutesOfSilence();
    return SILENCE * Math.log(1 + minutes) + (minutes <= JUST_NOW ? SPOKE_JUST_NOW : 0);
  }

  private static double tone(Turn turn) {
    return switch (turn.tone()) {
      case GREETS -> GREETS;
      case THANKS -> THANKS;
      case REPLIES -> REPLIES;
      case LEANS -> LEANS;
      case null -> 0;
    };
  }
}
