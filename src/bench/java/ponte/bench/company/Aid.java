package ponte.bench.company;

import java.time.LocalDate;
import ponte.bench.company.Shown.Saying;
import ponte.command.Command;
import ponte.conversation.Away;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/** Whoever helps the people of the company with their questions. Only what it shows is seen. */
interface Aid extends AutoCloseable {

  /** Somebody asks or answers something in a channel. */
  void said(Asked asked, Message message);

  /** The asker marks a question as done. */
  void marked(Asked asked);

  /** Somebody says something to what they were shown. */
  void told(Shown shown, Saying saying);

  /** Somebody wants nothing of it at all. */
  void out(Colleague who);

  /** Somebody wants to be left in peace up to a day. */
  void pauses(Colleague who, LocalDate until);

  /** Somebody wants to be introduced to others. */
  void joins(Colleague who);

  void away(Colleague who, Away away);

  /** Somebody wants to talk with a colleague who knows about something. False: that is not here. */
  default boolean seeks(Seeking seeking) {
    return false;
  }

  /** Somebody chooses one of the colleagues they were shown. */
  default void chooses(Seeking seeking, Command.Introduce choice) {}

  /** Somebody wants to have what was said in a channel summed up there each week. */
  default void schedules(Colleague who, ChannelId channel) {}

  /** Somebody presses below a question in such a summary that a colleague be invited to it. */
  default void suggests(PersonId who, Command.Invite invite) {}

  /** Does what is due now. */
  void work();

  @Override
  void close();

  /** Where people help each other without any. */
  Aid NOBODY =
      new Aid() {
        @Override
        public void said(Asked asked, Message message) {}

        @Override
        public void marked(Asked asked) {}

        @Override
        public void told(Shown shown, Saying saying) {}

        @Override
        public void out(Colleague who) {}

        @Override
        public void pauses(Colleague who, LocalDate until) {}

        @Override
        public void joins(Colleague who) {}

        @Override
        public void away(Colleague who, Away away) {}

        @Override
        public void work() {}

        @Override
        public void close() {}
      };
}
