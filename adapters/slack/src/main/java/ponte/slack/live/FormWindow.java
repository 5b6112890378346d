package ponte.slack.live;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Form;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.blockkit.BlockKit;

/** Shows forms in windows of their own. */
final class FormWindow {

  private static final Logger log = LoggerFactory.getLogger(FormWindow.class);

  private final SlackApi api;

  FormWindow(SlackApi api) {
    this.api = api;
  }

  /**
   * Opens a form before a person's eyes.
   *
   * @param trigger what Slack gave with the press; it holds for three seconds
   * @param notes comes back with what is filled in
   * @return whether it is open
   */
  boolean open(WorkspaceId workspace, String trigger, Form form, Language language, String notes) {
    var view = BlockKit.modal(form, language).put("private_metadata", notes);
    try {
      var answer =
          api.call(workspace, Method.VIEWS_OPEN, Map.of("trigger_id", trigger, "view", view));
      if (answer instanceof SlackAnswer.Done) {
        return true;
      }
      log.atWarn()
          .addKeyValue("workspace", workspace)
          .addKeyValue("form", form.kind())
          .addKeyValue("answer", answer.getClass().getSimpleName())
          .log("form not opened");
    } catch (PlatformUnavailableException e) {
      log.atWarn()
          .addKeyValue("workspace", workspace)
          .addKeyValue("form", form.kind())
          .setCause(e)
          .log("form not opened");
    }
    return false;
  }
}
