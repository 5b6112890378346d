package ponte.teams.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.Entity;
import com.microsoft.bot.schema.MessageReaction;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.teams.Conversations;
import ponte.teams.ObjectIds;
import ponte.teams.reference.Reference;
import ponte.teams.reference.Service;
import ponte.teams.reference.Team;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An activity as the Bot Connector sends it,
 * <https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object>,
 * with all that each of them has: a tenant, a conversation, Ponte's own account in it.
 */
final class Incoming {

  /** Several times as deep as any card; whoever goes through it does so by depth. */
  private static final int DEEPEST = 100;

  private static final int LONGEST_NUMBER = 100;

  /** As lenient as the SDK's own, without the calls and tokens that come with that. */
  private static final ObjectMapper ACTIVITIES =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .registerModule(new JavaTimeModule())
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(
              DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_ID = 500;

  private final Activity activity;
  private final JsonNode data;
  private final WorkspaceId tenant;
  private final Instant received;

  private Incoming(Activity activity, JsonNode data, WorkspaceId tenant, Instant received) {
    this.activity = activity;
    this.data = data;
    this.tenant = tenant;
    this.received = received;
  }

  /**
   * Reads an activity. Its times are read apart: the SDK takes none that falls on a whole second,
   * which Teams writes without a fraction.
   *
   * @throws IOException if it is none
   */
  static Activity activity(byte[] body) throws IOException {
    if (!(ACTIVITIES.readTree(body) instanceof ObjectNode json)) {
      throw new IOException("no object");
    }
    var at = json.path("timestamp").asText("");
    json.remove(List.of("timestamp", "localTimestamp", "expiration"));
    var activity = ACTIVITIES.treeToValue(json, Activity.class);
    time(at).ifPresent(activity::setTimestamp);
    return activity;
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What an activity tells; empty where something is missing that each has. */
  static Optional<Incoming> of(Activity activity, Instant received) {
    var data = json(activity.getChannelData());
    var conversation = activity.getConversation();
    var bot = activity.getRecipient();
    if (conversation == null
        || bot == null
        || !isId(conversation.getId())
        || !isId(bot.getId())
        || activity.getType() == null) {
      return Optional.empty();
    }
    var tenant = tenant(conversation.getTenantId(), data);
    return isId(tenant)
        ? Optional.of(new Incoming(activity, data, ObjectIds.tenant(tenant), received))
        : Optional.empty();
  }

  private static String tenant(@Nullable String ofConversation, JsonNode data) {
    return ofConversation == null || ofConversation.isBlank()
        ? data.path("tenant").path("id").stringValue("")
        : ofConversation;
  }

  private static JsonNode json(@Nullable Object value) {
    try {
      return JSON.readTree(ACTIVITIES.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can be written as JSON", e);
    }
  }

  /** Whether it can name something: ids of Ponte's are joined by slashes. */
  static boolean isId(@Nullable String id) {
    return id != null && !id.isBlank() && id.length() <= LONGEST_ID && id.indexOf('/') < 0;
  }

  String type() {
    return activity.getType();
  }

  /** What an invoke asks for. */
  String name() {
    return Objects.requireNonNullElse(activity.getName(), "");
  }

  /** What was done to an installation. */
  String action() {
    return Objects.requireNonNullElse(activity.getAction(), "").toLowerCase(Locale.ROOT);
  }

  /** What Teams says happened, where the type alone does not. */
  String eventType() {
    return data.path("eventType").stringValue("");
  }

  JsonNode data() {
    return data;
  }

  /** What a card, a dialog or an extension sent. */
  JsonNode value() {
    return json(activity.getValue());
  }

  WorkspaceId tenant() {
    return tenant;
  }

  /** Both tenants that an activity may name; each must be one that Ponte serves. */
  Stream<String> tenants() {
    return Stream.of(tenant.value(), data.path("tenant").path("id").stringValue(""))
        .filter(id -> !id.isBlank())
        .map(ObjectIds::one);
  }

  Optional<Conversations.Kind> kind() {
    return Conversations.Kind.of(activity.getConversation().getConversationType());
  }

  String conversation() {
    return activity.getConversation().getId();
  }

  /** The channel, group chat or personal chat, without the thread in it. */
  ChannelId channel() {
    return Conversations.channel(tenant, conversation());
  }

  /** The channel that an event of a team is about, which may be another than it is told in. */
  Optional<ChannelId> subject() {
    return Optional.of(data.path("channel").path("id").stringValue(""))
        .filter(Incoming::isId)
        .map(id -> Conversations.channel(tenant, id));
  }

  /** {@code standard}, {@code private} or {@code shared}; empty where Teams does not say. */
  String channelType() {
    return data.path("channel").path("type").stringValue("").toLowerCase(Locale.ROOT);
  }

  Optional<Team> team() {
    var team = data.path("team");
    var id = team.path("id").stringValue("");
    var group = team.path("aadGroupId").stringValue("");
    return isId(id)
        ? Optional.of(new Team(tenant, id, isId(group) ? group : null))
        : Optional.empty();
  }

  /** By which service Ponte answers; empty where there is no address. */
  Optional<Service> service() {
    try {
      return Optional.of(
              new Service(tenant, URI.create(serviceUrl()), activity.getRecipient().getId()))
          .filter(service -> service.url().getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String serviceUrl() {
    return Objects.requireNonNullElse(activity.getServiceUrl(), "");
  }

  Optional<Reference> reference() {
    return service().map(service -> service.conversation(channel().value()));
  }

  PersonId bot() {
    return ObjectIds.person(tenant, activity.getRecipient().getId());
  }

  /** Who did it; empty where it was a program. */
  Optional<PersonId> person() {
    return Optional.ofNullable(activity.getFrom()).flatMap(this::person);
  }

  Optional<String> name(PersonId person) {
    return Optional.ofNullable(activity.getFrom())
        .filter(from -> person(from).filter(person::equals).isPresent())
        .map(ChannelAccount::getName)
        .filter(name -> !name.isBlank());
  }

  /** The id by which Teams names whoever did it to this bot. */
  Optional<String> teamsId() {
    return Optional.ofNullable(activity.getFrom())
        .map(ChannelAccount::getId)
        .filter(Incoming::isId);
  }

  /** A person: by the object id of the directory, else by Teams' own id. */
  Optional<PersonId> person(ChannelAccount account) {
    return isProgram(account.getId()) ? Optional.empty() : Optional.ofNullable(author(account));
  }

  /** Whoever wrote it, person or program; empty where Teams does not say. */
  Optional<PersonId> author() {
    return Optional.ofNullable(activity.getFrom()).map(this::author);
  }

  private @Nullable PersonId author(ChannelAccount account) {
    if (isId(account.getAadObjectId())) {
      return ObjectIds.person(tenant, account.getAadObjectId());
    }
    return isId(account.getId()) ? ObjectIds.person(tenant, account.getId()) : null;
  }

  /** "The bot's Id generally is {@code 28:<MicrosoftAppId>}"; of people it begins with 29. */
  static boolean isProgram(@Nullable String id) {
    return id == null || id.startsWith("28:");
  }

  boolean isFromProgram() {
    return activity.getFrom() == null || isProgram(activity.getFrom().getId());
  }

  String id() {
    return Objects.requireNonNullElse(activity.getId(), "");
  }

  /** What makes it the same when it is delivered again. */
  EventId event(String what) {
    return new EventId(Conversations.TEAMS + what + ":" + channel() + "/" + id());
  }

  /** When it happened; where Teams does not say, when it came. */
  Instant at() {
    var told = activity.getTimestamp();
    return told == null ? received : told.toInstant();
  }

  String replyTo() {
    return Objects.requireNonNullElse(activity.getReplyToId(), "");
  }

  /** The message that opened the thread this happened in; null where it is none. */
  @Nullable MessageId root() {
    return Conversations.root(tenant, conversation())
        .filter(root -> isId(root.value()))
        .orElse(null);
  }

  String text() {
    return Objects.requireNonNullElse(activity.getText(), "");
  }

  List<Attachment> attachments() {
    return Objects.requireNonNullElse(activity.getAttachments(), List.of());
  }

  List<Entity> entities() {
    return Objects.requireNonNullElse(activity.getEntities(), List.of());
  }

  static JsonNode json(Entity entity) {
    return json((Object) entity.getProperties());
  }

  static JsonNode content(Attachment attachment) {
    return json(attachment.getContent());
  }

  List<ChannelAccount> added() {
    return Objects.requireNonNullElse(activity.getMembersAdded(), List.of());
  }

  List<ChannelAccount> removed() {
    return Objects.requireNonNullElse(activity.getMembersRemoved(), List.of());
  }

  boolean isBot(ChannelAccount account) {
    return account.getId() != null && bot().value().equals(ObjectIds.one(account.getId()));
  }

  List<MessageReaction> reactionsAdded() {
    return Objects.requireNonNullElse(activity.getReactionsAdded(), List.of());
  }

  List<MessageReaction> reactionsRemoved() {
    return Objects.requireNonNullElse(activity.getReactionsRemoved(), List.of());
  }

  /** What Teams says of the client: its language, its time zone. */
  JsonNode client() {
    return entities().stream()
        .filter(entity -> "clientInfo".equals(entity.getType()))
        .map(Incoming::json)
        .findFirst()
        .orElseGet(JSON::createObjectNode);
  }

  /** The language that the person's Teams speaks; null where it is none of Ponte's. */
  @Nullable Language language() {
    var told = client().path("locale").stringValue(activity.getLocale());
    return told == null ? null : Language.of(Locale.forLanguageTag(told)).orElse(null);
  }
}
