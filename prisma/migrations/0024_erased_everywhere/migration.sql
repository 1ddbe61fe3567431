-- What a mail server said when it refused quotes the address: of what was kept, the codes stay (550 5.1.1).
UPDATE "notice" SET "fault" = coalesce(
  concat_ws(' ',
    substring("fault" from '(?:^|: )([245][0-9]{2})(?:[ -]|$)'),
    substring("fault" from '(?:^|: )[245][0-9]{2}[ -]([245]\.[0-9]{1,3}\.[0-9]{1,3})(?:\s|$)')
  ), '')
WHERE "fault" ~ '(?:^|: )[245][0-9]{2}(?:[ -]|$)' AND "fault" !~ '^[245][0-9]{2}( [245]\.[0-9]{1,3}\.[0-9]{1,3})?$';

-- Of what else failed the words go, but for those that are the desk's own.
UPDATE "notice" SET "fault" = 'failed'
WHERE "fault" !~ '^([245][0-9]{2}( [245]\.[0-9]{1,3}\.[0-9]{1,3})?|the gateway answered [0-9]{3}|Alibaba Cloud answered [0-9]{3}( [A-Za-z._]+)?|[a-z_]+|[A-Za-z]+Error( [A-Z][A-Z0-9_]+)?)$';
UPDATE "webhook_delivery" SET "fault" = 'failed'
WHERE "fault" !~ '^(answered [0-9]{3}|no answer in time|[a-z_]+|[A-Za-z]*Error( [A-Z][A-Z0-9_]+)?)$';
