package ponte.nudge;

/** Why somebody is not written to. */
public enum Reason {
  /** They left, or nobody knows them. */
  GONE,
  /** They take no part. */
  OPTED_OUT,
  /** They want nothing of this kind. */
  NOT_WANTED,
  /** It is about a channel of which nobody is written to. */
  QUIET_CHANNEL,
  /** It is one of a kind that helps little, of which fewer are said. */
  HELPS_LITTLE,
  /** When they may be written to it is not worth saying any more. */
  TOO_LATE,
  /** They pause. */
  PAUSED,
  /** Their platform says that they are away. */
  AWAY,
  /** Their platform says that they are not to be disturbed. */
  DO_NOT_DISTURB,
  /** It is their quiet time of the day, or their weekend. */
  QUIET_HOURS,
  /** It is a public holiday where they are. */
  HOLIDAY,
  /** They were told enough that day or week, or of a kind that helps little. */
  ENOUGH
}
