-- Removes a document of the expected version.
local id, expected = ARGV[3], ARGV[4]
local found, stored = version(id)
if found == '0' or found ~= expected then return 0 end
take_out(id, stored)
list_partition()
return 1
