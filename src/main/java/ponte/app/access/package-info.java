/** Who comes to the console: sign-in with Slack or Entra, sessions, and what is open without. */
@NullMarked
package ponte.app.access;

import org.jspecify.annotations.NullMarked;
