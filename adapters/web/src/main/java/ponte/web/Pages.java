package ponte.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import ponte.web.paper.LetterPage;

/** The pages of the console as HTML. */
public final class Pages {

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "ponte.web.pages");

  /** Who are you? */
  public String start(StartPage page) {
    return render("start", page);
  }

  /** With whose account does one sign in? */
  public String signIn(SignInPage page) {
    return render("signin", page);
  }

  /** The colleagues of the start page alone. */
  public String colleagues(StartPage page) {
    return render("colleagues", page);
  }

  /** How far an import is. */
  public String progress(StartPage page) {
    return render("progress", page);
  }

  /** A person's chat. */
  public String chat(ChatPage page) {
    return render("chat", page);
  }

  /** What is new in a chat, to be put at the end of what the browser shows. */
  public String news(ChatPage page) {
    return render("news", page);
  }

  /** What is a person's own. */
  public String seeds(SeedsPage page) {
    return render("seeds", page);
  }

  public String home(HomePage page) {
    return render("home", page);
  }

  /** What was given up. */
  public String letters(LettersPage page) {
    return render("letters", page);
  }

  /** What was given up, without the page around it. */
  public String shelves(LettersPage page) {
    return render("shelves", page);
  }

  /** Who did what kind of thing. */
  public String audit(AuditPage page) {
    return render("audit", page);
  }

  /** Digests that come again and again. */
  public String schedules(SchedulesPage page) {
    return render("schedules", page);
  }

  /** What is set. */
  public String settings(SettingsPage page) {
    return render("settings", page);
  }

  /** A stretch of a channel. */
  public String channel(ChannelPage page) {
    return render("channel", page);
  }

  /** The channels a reader may open, each with its latest digests. */
  public String digests(DigestsPage page) {
    return render("digests", page);
  }

  /** What rises and fades. */
  public String trends(TrendsPage page) {
    return render("trends", page);
  }

  /** What is shown until something is counted. */
  public String counting(CountingPage page) {
    return render("counting", page);
  }

  /** Questions that keep coming back. */
  public String questions(QuestionsPage page) {
    return render("questions", page);
  }

  /** A channel's digest. */
  public String digest(DigestPage page) {
    return render("digest", page);
  }

  /** How well people help each other. */
  public String scorecard(ScorecardPage page) {
    return render("scorecard", page);
  }

  /** A digest that travels by mail. */
  public String letter(LetterPage page) {
    return render("letter", page);
  }

  /** The lines of a digest that stands among others. */
  public String issue(LetterPage page) {
    return render("issue", page);
  }

  /** Who talks with whom. */
  public String map(MapPage page) {
    return render("map", page);
  }

  /** What channels are for. */
  public String channels(ChannelsPage page) {
    return render("channelmap", page);
  }

  /** Something that is not there, was refused, or failed. */
  public String problem(ProblemPage page) {
    return render("problem", page);
  }

  private String render(String template, Object page) {
    var html = new StringOutput();
    templates.render(template + ".jte", page, html);
    return html.toString();
  }
}
