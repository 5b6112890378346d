package ponte.slack.delivery;

import java.util.Map;
import ponte.conversation.WorkspaceId;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Form;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.blockkit.BlockKit;
import ponte.slack.live.FormWindow;

/** Opens forms as Slack's modals. */
public final class Windows implements FormWindow {

  private final SlackApi api;

  public Windows(SlackApi api) {
    this.api = api;
  }

  @Override
  public void open(WorkspaceId workspace, String trigger, Form form, String notes) {
    var view = BlockKit.modal(form).put("private_metadata", notes);
    var answer =
        api.call(workspace, Method.VIEWS_OPEN, Map.of("trigger_id", trigger, "view", view));
    switch (answer) {
      case SlackAnswer.Done _ -> {}
      case SlackAnswer.Refused(var error, var detail) ->
          throw new PlatformUnavailableException(
              "slack: views.open answered " + error + " " + detail, null);
      case SlackAnswer.Later _ ->
          throw new PlatformUnavailableException("slack: views.open is wanted later", null);
    }
  }
}
