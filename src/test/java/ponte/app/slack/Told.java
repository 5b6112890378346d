package ponte.app.slack;

/**
 * Something that Slack tells until it is acknowledged.
 *
 * @param number no two have the same
 * @param topic what is asked about; empty: it is a message in a channel
 * @param ts of a message
 */
record Told(int number, String topic, String ts, String body) {

  /** A message in a channel. */
  static Told message(int number, int person, int channel, long second) {
    var where = "\"channel\":\"C" + channel + "\",\"channel_type\":\"channel\"";
    return told(number, "", where, person, "the deploy failed " + number, second);
  }

  /** A question in a conversation between Ponte and a person. */
  static Told question(int number, int person, String topic, String words, long second) {
    var where = "\"channel\":\"DU" + person + "\",\"channel_type\":\"im\"";
    return told(number, topic, where, person, words, second);
  }

  /** A message that is longer than nearly all are. */
  static Told longMessage(int number, long second) {
    var where = "\"channel\":\"C1\",\"channel_type\":\"channel\"";
    return told(number, "", where, 1, "the deploy failed ".repeat(2_000), second);
  }

  private static Told told(
      int number, String topic, String where, int person, String text, long second) {
    var ts = second + ".000100";
    return new Told(
        number,
        topic,
        ts,
        String.format(
            """
            {"type":"event_callback","team_id":"T1","event_id":"Ev%d","event_time":%d,\
            "is_ext_shared_channel":false,"event":{"type":"message",%s,"user":"U%d",\
            "text":"%s","ts":"%s","event_ts":"%s"}}""",
            number, second, where, person, text, ts, ts));
  }

  boolean isQuestion() {
    return !topic.isEmpty();
  }
}
