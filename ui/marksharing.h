#pragma once

#include <QObject>

class Library;
class NoticeBar;
class Settings;

// Shares the marks with other machines as the settings say, from the start of the program on, and tells when
// that does not work.
class MarkSharing final : public QObject
{
    Q_OBJECT

public:
    MarkSharing(Library &library, Settings &settings, NoticeBar &notices, QObject *parent);

    QString folder() const;    // empty for none
    QString stateText() const; // a sentence; empty where nothing is known yet
    void share(const QString &folder);

Q_SIGNALS:
    void stateChanged();

private:
    void setState(const QString &sentence, bool isGood);

    Library &m_library;
    Settings &m_settings;
    NoticeBar &m_notices;
    QString m_state;
};
