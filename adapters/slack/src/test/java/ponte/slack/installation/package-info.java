@NullMarked
package ponte.slack.installation;

import org.jspecify.annotations.NullMarked;
