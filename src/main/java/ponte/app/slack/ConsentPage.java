package ponte.app.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.web.util.HtmlUtils;
import ponte.nlp.Language;
import ponte.reply.Texts;
import ponte.slack.installation.Consent.Outcome;

/** What somebody sees who comes back from Slack's page. */
final class ConsentPage {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; }
      h1 { font-size: 1.5rem; }
      """;

  /** By which a browser knows the page's style. */
  static final String STYLE_HASH = hash(STYLE);

  private static final String FORM =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>%s</style>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      <p>%s</p>
      </main>
      </body>
      </html>
      """;

  private final Texts texts;

  ConsentPage(Language language) {
    this.texts = Texts.of("ponte.app.slack.texts", language);
  }

  String installed(Outcome.Installed installed) {
    var name = installed.installation().name();
    return installed.missing().isEmpty()
        ? page(texts.say("consent.installed", name), texts.say("consent.installed-words"))
        : page(
            texts.say("consent.installed", name),
            texts.say("consent.missing-words", String.join(", ", installed.missing())));
  }

  String refused(String error) {
    return page(texts.say("consent.refused"), texts.say("consent.refused-words", error));
  }

  String of(String situation) {
    return page(texts.say("consent." + situation), texts.say("consent." + situation + "-words"));
  }

  private String page(String title, String words) {
    return FORM.formatted(
        texts.language().locale().getLanguage(),
        escaped(title),
        STYLE,
        escaped(title),
        escaped(words));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static String hash(String style) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
