package ponte.teams.delivery;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Turn;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.teams.Conversations;
import ponte.teams.card.Cards;
import ponte.teams.card.Drawn;
import ponte.teams.card.Eyes;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.reference.Reference;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;
import ponte.teams.reference.ReplyRoutes.Container;
import ponte.teams.reference.ReplyRoutes.Route;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers people for their eyes only: in their chat with Ponte, or, where that is chosen, where
 * they asked in a message that only they see. A card of the personal chat whose button they pressed
 * is replaced by the answer, unless it is to stay.
 */
final class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final Connector connector;
  private final Cards cards;
  private final References references;
  private final ReplyRoutes routes;
  private final PersonalChats chats;
  private final Posting posting;
  private final FileOffers files;
  private final PrivateReplies privately;

  Answers(
      Connector connector,
      Cards cards,
      References references,
      ReplyRoutes routes,
      PersonalChats chats,
      Posting posting,
      FileOffers files,
      PrivateReplies privately) {
    this.connector = connector;
    this.cards = cards;
    this.references = references;
    this.routes = routes;
    this.chats = chats;
    this.posting = posting;
    this.files = files;
    this.privately = privately;
  }

  Delivery deliver(Destination.Answer to, Reply reply, String key, Turn turn) {
    var route = routes.find(to.workspace(), to.request());
    var drawn = cards.messages(reply, new Eyes.One(to.person()));
    var said = new Said(new Delivery.Delivered(), true);
    for (int i = 0; i < drawn.size() && said.isDelivered(); i++) {
      var part = say(to, route, drawn.get(i), i, key + "#" + i, turn);
      said = new Said(part.delivery(), said.there() && part.there());
    }
    if (said.isDelivered()) {
      said = new Said(files(to.person(), theirs(route), reply, key, turn), said.there());
    }
    return tell(to, route, reply.language(), said, key, turn);
  }

  /**
   * What became of an answer.
   *
   * @param there whether all of it is shown where it was asked
   */
  private record Said(Delivery delivery, boolean there) {
    boolean isDelivered() {
      return delivery instanceof Delivery.Delivered;
    }
  }

  /** What once went to their chat stays there: Teams may have learned more meanwhile. */
  private Said say(
      Destination.Answer to,
      Optional<Route> route,
      Drawn drawn,
      int index,
      String delivery,
      Turn turn) {
    var activity = Activities.card(drawn);
    var channel = to.channel();
    if (channel != null
        && privately == PrivateReplies.TARGETED
        && !posting.did(to.workspace(), delivery)) {
      var answer = targeted(to, channel, activity, delivery + "/there", turn);
      if (!(answer instanceof Answer.Refused)) {
        return new Said(Posting.outcome(answer), true);
      }
    }
    var answer =
        posting.answered(
            to.workspace(),
            delivery,
            Doubt.POST_AGAIN,
            turn,
            () ->
                chats.in(
                    to.person(),
                    theirs(route),
                    chat -> inChat(chat, pressed(to, route, chat, index), activity)));
    return new Said(Posting.outcome(answer), false);
  }

  /** The card that the answer takes the place of; empty where there is none. */
  private static Optional<String> pressed(
      Destination.Answer to, Optional<Route> route, Reference chat, int index) {
    return route
        .filter(_ -> index == 0 && !to.isBeside())
        .filter(each -> each.container() == Container.PERSONAL)
        .filter(each -> each.reference().conversation().equals(chat.conversation()))
        .map(Route::pressed);
  }

  private Answer inChat(Reference chat, Optional<String> pressed, ObjectNode activity) {
    if (pressed.isPresent()) {
      var updated =
          connector.call(chat.service(), Call.update(chat.conversation(), pressed.get(), activity));
      if (!(updated instanceof Answer.Refused)) {
        return updated;
      }
    }
    return connector.call(chat.service(), Call.post(chat.conversation(), activity));
  }

  /** A message among others that only its recipient sees; refused where that cannot be. */
  private Answer targeted(
      Destination.Answer to, ChannelId channel, ObjectNode activity, String delivery, Turn turn) {
    var reference = references.channel(channel);
    var recipient = references.teamsId(to.person());
    if (reference.isEmpty() || recipient.isEmpty()) {
      return new Answer.Refused(0, "NotHeard", "");
    }
    var message = activity.deepCopy();
    message.putObject("recipient").put("id", recipient.get());
    return posting.answered(
        to.workspace(),
        delivery,
        Doubt.POST_AGAIN,
        turn,
        () ->
            connector.call(
                reference.get().service(),
                Call.postPrivately(conversation(to, reference.get()), message)));
  }

  private static String conversation(Destination.Answer to, Reference reference) {
    var thread = to.thread();
    return thread == null ? reference.conversation() : Conversations.thread(thread);
  }

  /** Files go where nobody else is, wherever it was asked. */
  private Delivery files(
      PersonId person, Optional<Reference> asked, Reply reply, String key, Turn turn) {
    Delivery delivered = new Delivery.Delivered();
    int number = 0;
    for (var block : reply.blocks()) {
      if (isFile(block) && delivered instanceof Delivery.Delivered) {
        var delivery = key + "/file" + number++;
        delivered =
            posting.once(
                person.workspace(),
                delivery,
                Doubt.POST_AGAIN,
                turn,
                () ->
                    chats.in(
                        person,
                        asked,
                        chat ->
                            connector.call(
                                chat.service(),
                                Call.post(chat.conversation(), message(person, block, delivery)))));
      }
    }
    return delivered;
  }

  private static boolean isFile(Block block) {
    return block instanceof Block.File || block instanceof Block.Picture;
  }

  private ObjectNode message(PersonId person, Block block, String delivery) {
    return switch (block) {
      case Block.File file -> files.offer(person, file, delivery);
      case Block.Picture picture -> Activities.picture(picture);
      default -> throw new IllegalArgumentException("no file: " + block);
    };
  }

  /**
   * Says where it was asked, to all who see it there, that it was answered elsewhere, or how it can
   * be; nothing of what was asked or answered. Only under words that were written: a press needs no
   * word.
   */
  private Delivery tell(
      Destination.Answer to,
      Optional<Route> route,
      Language language,
      Said said,
      String key,
      Turn turn) {
    var asked = route.filter(each -> each.activity() != null).map(Route::reference);
    if (said.delivery() instanceof Delivery.Later
        || said.isDelivered() && said.there()
        || asked.isEmpty()
        || isTheirChat(asked.get(), to.person())) {
      return said.delivery();
    }
    var situation = said.isDelivered() ? "answered" : "unreachable";
    var text = Texts.of("ponte.teams.delivery.texts", language).say(situation);
    var told =
        posting.answered(
            to.workspace(),
            key + "/" + situation,
            Doubt.ASK,
            turn,
            () ->
                connector.call(
                    asked.get().service(),
                    Call.post(conversation(to, asked.get()), Activities.text(text))));
    if (told instanceof Answer.Refused(_, var code, _)) {
      log.atInfo()
          .addKeyValue("reason", code)
          .log("could not say where it was asked that it was answered");
      return said.delivery();
    }
    return said.isDelivered() ? Posting.outcome(told) : said.delivery();
  }

  /** The chat in which they asked, where it was theirs with Ponte. */
  private static Optional<Reference> theirs(Optional<Route> route) {
    return route.map(Route::reference).filter(Reference::isPersonal);
  }

  private boolean isTheirChat(Reference asked, PersonId person) {
    return asked.isPersonal()
        || references
            .personal(person)
            .filter(chat -> chat.conversation().equals(asked.conversation()))
            .isPresent();
  }
}
