package ponte.slack.live;

import ponte.conversation.WorkspaceId;
import ponte.reply.Form;

/** Shows forms in windows of their own. */
public interface FormWindow {

  /**
   * Opens a form before a person's eyes. What is filled in comes back under the form's kind as the
   * view's {@code callback_id}, each field under its name as the {@code block_id}.
   *
   * @param trigger what Slack gave with the press; it holds for three seconds
   * @param notes comes back with what is filled in, as the view's {@code private_metadata}
   * @throws ponte.platform.PlatformUnavailableException if Slack does not open it
   */
  void open(WorkspaceId workspace, String trigger, Form form, String notes);
}
