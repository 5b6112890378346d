package ponte.app.alike;

import java.util.List;
import ponte.nlp.Language;

/** A platform, as one who talks with Ponte there uses it. */
interface Talks {

  /** Writes to Ponte. */
  void say(String person, String text, Language language) throws Exception;

  /** Presses a button of what was shown. */
  void press(String person, Shown shown, int button, Language language) throws Exception;

  /** All that was shown, the latest last. */
  List<Shown> shown(String person);
}
