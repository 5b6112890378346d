@NullMarked
package ponte.app.console;

import org.jspecify.annotations.NullMarked;
