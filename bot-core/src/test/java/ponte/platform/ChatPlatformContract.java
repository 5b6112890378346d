package ponte.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Reply;

/** What every {@link ChatPlatform} promises; each platform has one subclass. */
public abstract class ChatPlatformContract {

  protected abstract ChatPlatform platform();

  /** Two people and a channel of a workspace that the platform serves. */
  protected abstract PersonId ada();

  protected abstract PersonId bob();

  protected abstract ChannelId channel();

  /** Somebody asked Ponte something in private; what they see there is {@link #shownTo}. */
  protected abstract EventId askedBy(PersonId person);

  /** What a person sees that Ponte said to them alone, each text once for each time it is seen. */
  protected abstract List<String> shownTo(PersonId person);

  /** What these people see that Ponte said to them together. */
  protected abstract List<String> shownTogether(Set<PersonId> people);

  /** What Ponte said in the channel. */
  protected abstract List<String> shownInChannel();

  /** What was said in the thread of a message of that channel, in order. */
  protected abstract List<String> shownUnder(MessageId opening);

  /** What stands at the place of a message of Ponte's in that channel or in a thread of it. */
  protected abstract String shownAt(MessageId message);

  /** What stands by now in the place of what Ponte wrote to one person alone, and changed. */
  protected abstract String standsWith(PersonId person);

  /** Lets time pass, as a platform may want. */
  protected abstract void waitUntil(Instant moment);

  private Delivery deliver(Outgoing outgoing) {
    var delivery = platform().deliver(outgoing, () -> {});
    while (delivery instanceof Delivery.Later(var notBefore, _, _)) {
      waitUntil(notBefore);
      delivery = platform().deliver(outgoing, () -> {});
    }
    return delivery;
  }

  private Destination answer(PersonId person) {
    return new Destination.Answer(askedBy(person), person, null, null);
  }

  private static Outgoing saying(String text, String key, Destination to) {
    var reply = new Reply(Language.ENGLISH, List.of(new Block.Paragraph(RichText.plain(text))));
    return new Outgoing(key, to, reply);
  }

  @Test
  void servesTheWorkspaceOfItsPeopleAndNoOther() {
    var stranger = new PersonId(new WorkspaceId("nowhere"), "U1");

    assertThat(platform().serves(answer(ada()))).isTrue();
    assertThat(platform().serves(new Destination.InChannel(channel()))).isTrue();
    assertThat(platform().serves(new Destination.Together(Set.of(ada(), bob())))).isTrue();
    assertThat(platform().serves(new Destination.Together(Set.of(stranger)))).isFalse();
  }

  @Test
  void answersWhoAskedAndNobodyElse() {
    var delivery = deliver(saying("Bob knows.", "k1", answer(ada())));

    assertThat(delivery).isEqualTo(new Delivery.Delivered());
    assertThat(shownTo(ada())).containsExactly("Bob knows.");
    assertThat(shownTo(bob())).isEmpty();
    assertThat(shownInChannel()).isEmpty();
  }

  @Test
  void showsOnceWhatIsDeliveredTwice() {
    var together = new Destination.Together(Set.of(ada(), bob()));
    var inChannel = new Destination.InChannel(channel());

    for (var time = 0; time < 2; time++) {
      assertThat(deliver(saying("Meet.", "k2", together))).isEqualTo(new Delivery.Delivered());
      assertThat(deliver(saying("News.", "k3", inChannel))).isEqualTo(new Delivery.Delivered());
    }

    assertThat(shownTogether(Set.of(ada(), bob()))).containsExactly("Meet.");
    assertThat(shownInChannel()).containsExactly("News.");
  }

  @Test
  void saysUnderWhatItPosted() {
    assertThat(platform().posted(channel(), "k8")).isEmpty();
    deliver(saying("News.", "k8", new Destination.InChannel(channel())));

    var opening = platform().posted(channel(), "k8").orElseThrow();
    var under = new Destination.InThread(opening);
    assertThat(platform().serves(under)).isTrue();
    for (var time = 0; time < 2; time++) {
      assertThat(deliver(saying("News. More.", "k9", under))).isEqualTo(new Delivery.Delivered());
    }

    assertThat(shownUnder(opening)).containsExactly("News. More.");
  }

  @Test
  void saysUnderAPostByItsKey() {
    deliver(saying("News.", "k10", new Destination.InChannel(channel())));
    var under = new Destination.Under(channel(), "k10");
    assertThat(platform().serves(under)).isTrue();
    for (var time = 0; time < 2; time++) {
      assertThat(deliver(saying("News. More.", "k11", under))).isEqualTo(new Delivery.Delivered());
    }

    assertThat(shownUnder(platform().posted(channel(), "k10").orElseThrow()))
        .containsExactly("News. More.");
  }

  @Test
  void putsSomethingElseInThePlaceOfWhatItPosted() {
    var inChannel = new Destination.InChannel(channel());
    deliver(saying("News.", "k12", inChannel));
    deliver(saying("News. More.", "k13", new Destination.Under(channel(), "k12")));

    var places =
        List.of(
            new Destination.InPlaceOf(inChannel, "k12"),
            new Destination.InPlaceOf(new Destination.Under(channel(), "k12"), "k13"));
    for (var place : places) {
      assertThat(platform().serves(place)).isTrue();
      for (var time = 0; time < 2; time++) {
        assertThat(deliver(saying("News. Other.", "changed " + place.delivery(), place)))
            .isEqualTo(new Delivery.Delivered());
      }
    }

    assertThat(shownAt(platform().posted(channel(), "k12").orElseThrow()))
        .isEqualTo("News. Other.");
    assertThat(shownAt(platform().posted(channel(), "k13").orElseThrow()))
        .isEqualTo("News. Other.");
  }

  @Test
  void putsSomethingElseInThePlaceOfWhatItWroteToOnePerson() {
    var alone = new Destination.Together(Set.of(ada()));
    assertThat(platform().isWritten(ada(), "k16")).isFalse();
    deliver(saying("For you.", "k16", alone));
    assertThat(platform().isWritten(ada(), "k16")).isTrue();
    assertThat(platform().isWritten(bob(), "k17")).isFalse();

    var place = new Destination.InPlaceOf(alone, "k16");
    assertThat(platform().serves(place)).isTrue();
    for (var time = 0; time < 2; time++) {
      assertThat(deliver(saying("For you. Other.", "changed k16", place)))
          .isEqualTo(new Delivery.Delivered());
    }

    assertThat(standsWith(ada())).isEqualTo("For you. Other.");
    assertThat(deliver(saying("Other.", "k18", new Destination.InPlaceOf(alone, "never"))))
        .isInstanceOf(Delivery.Impossible.class);
  }

  @Test
  void cannotSpeakUnderOrInThePlaceOfWhatIsNotThere() {
    var inChannel = new Destination.InChannel(channel());

    assertThat(deliver(saying("News.", "k14", new Destination.Under(channel(), "never"))))
        .isInstanceOf(Delivery.Impossible.class);
    assertThat(deliver(saying("News.", "k15", new Destination.InPlaceOf(inChannel, "never"))))
        .isInstanceOf(Delivery.Impossible.class);
    assertThat(shownInChannel()).isEmpty();
  }

  @Test
  void saysNothingThatSomebodyElseIsToSay() {
    var inChannel = new Destination.InChannel(channel());
    Turn lost =
        () -> {
          throw new TurnLostException("another has it");
        };

    assertThatThrownBy(() -> platform().deliver(saying("News.", "k7", inChannel), lost))
        .isInstanceOf(TurnLostException.class);
    assertThat(shownInChannel()).isEmpty();
  }

  @Test
  void showsTwiceWhatIsSaidTwice() {
    var inChannel = new Destination.InChannel(channel());

    deliver(saying("News.", "k4", inChannel));
    deliver(saying("News.", "k5", inChannel));

    assertThat(shownInChannel()).containsExactly("News.", "News.");
  }

  @Test
  void saysThatItCannotPostInAChannelThatIsNotThere() {
    var nowhere = new Destination.InChannel(new ChannelId(channel().workspace(), "CNOWHERE"));

    assertThat(deliver(saying("News.", "k6", nowhere))).isInstanceOf(Delivery.Impossible.class);
    assertThat(shownInChannel()).isEmpty();
  }
}
