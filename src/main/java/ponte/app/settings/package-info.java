/** Which settings there are, as the build wrote them down. */
@NullMarked
package ponte.app.settings;

import org.jspecify.annotations.NullMarked;
