ALTER TABLE audit_trail ADD COLUMN kind TEXT NOT NULL DEFAULT 'ACCOUNT';

UPDATE audit_trail SET kind = CASE
  WHEN what LIKE 'added the client %' OR what LIKE 'renamed the client %'
    OR what LIKE 'closed the client %' OR what LIKE 'opened the client %' THEN 'CLIENTS'
  WHEN what LIKE 'added a tool %' OR what LIKE 'gave a tool %'
    OR what LIKE 'took a tool %' THEN 'TOOLS'
  WHEN what LIKE 'set the budget %' OR what LIKE 'took away the budget %'
    OR what LIKE 'set a price%' OR what LIKE 'withdrew the own price%' THEN 'MONEY'
  WHEN what LIKE 'connected a model%' OR what LIKE 'changed a key%'
    OR what LIKE 'removed a connection%' OR what LIKE 'set the tier %' THEN 'MODELS'
  WHEN what LIKE 'made %' OR what LIKE 'suspended %' OR what LIKE 'let %' OR what LIKE 'removed %'
    OR what LIKE 'invited %' OR what LIKE 'revoked the link %'
    OR what LIKE 'accepted the invitation %' OR what LIKE 'became the owner%' THEN 'PEOPLE'
  ELSE 'ACCOUNT'
END;

ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
