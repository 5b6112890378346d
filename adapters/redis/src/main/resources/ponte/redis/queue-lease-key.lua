-- Leases the entry of a key: key, until when, beginning of the token.
end_leases()
tell()
local _, number = memory_of(ARGV[FIRST])
local item = number and item_of(number)
if not item or item[STANDING] ~= WAITING or item[DUE] > now then return {} end
return {hand_out(number, item, ARGV[FIRST + 1], ARGV[FIRST + 2])}
