@NullMarked
package ponte.slack.api;

import org.jspecify.annotations.NullMarked;
