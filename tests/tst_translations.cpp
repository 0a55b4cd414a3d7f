#include "tests/testfolders.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

struct Message {
    QString context;
    QString source;
    QStringList translations; // one for each plural form, or just one
    QString state;            // "unfinished", "vanished", "obsolete"; empty where it is done
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.state = xml.attributes().value(u"type"_s).toString();
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation")) {
                if (xml.isStartElement())
                    message.translations << xml.readElementText();
                else
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations << text;
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"message")
            messages << readMessage(xml, context);
    }
    return messages;
}

QString translationFile(const QString &language)
{
    return sourceFolder() + u"/resources/translations/lectern_%1.ts"_s.arg(language);
}

QStringList places(const QString &text)
{
    static const QRegularExpression place(u"%(?:L?\\d|L?n)"_s);
    QStringList found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(u"&[A-Za-z0-9]"_s);
    return text.contains(mnemonic);
}

// What is wrong with a Chinese sentence, as far as a program can tell; empty where nothing is.
QString chineseFault(const Message &message, const QString &text)
{
    static const QRegularExpression letterBehind(u"\\(&[A-Z0-9]\\)"_s);
    static const QRegularExpression westernMark(u"\\p{Han}\\s*[,;:?!]|\\p{Han}\\.(?!\\w)|\\.\\.\\."_s);
    static const QRegularExpression spaceAtMark(u"[，。：；？！] "_s);
    if (text.trimmed().isEmpty())
        return u"is empty"_s;
    if (places(text) != places(message.source))
        return u"has other places to fill in"_s;
    if (hasMnemonic(message.source) && !text.contains(letterBehind))
        return u"has lost its letter"_s;
    if (message.source.contains(u'…') != text.contains(u'…'))
        return u"has lost or gained an ellipsis"_s;
    if (text.contains(westernMark) || text.contains(spaceAtMark))
        return u"has western punctuation"_s;
    return {};
}

}

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyString_isTranslated_data();
    void everyString_isTranslated();
    void files_areUpToDate_data();
    void files_areUpToDate();
    void chinese_keepsItsForm();
};

void TestTranslations::everyString_isTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("pluralForms");
    QTest::newRow("English plurals") << u"en"_s << 2;
    QTest::newRow("Chinese") << u"zh_CN"_s << 1;
}

void TestTranslations::everyString_isTranslated()
{
    QFETCH(const QString, language);
    QFETCH(const int, pluralForms);
    const QList<Message> messages = readMessages(translationFile(language));
    QVERIFY(messages.size() > 20);
    for (const Message &message : messages) {
        const QByteArray where = (message.context + u": "_s + message.source).toUtf8();
        QVERIFY2(message.state.isEmpty(), where.constData());
        const bool isPlural = message.source.contains(u"%n"_s) || message.source.contains(u"%Ln"_s);
        QVERIFY2(message.translations.size() == (isPlural ? pluralForms : 1), where.constData());
        QVERIFY2(!message.translations.contains(QString()), where.constData());
    }
}

void TestTranslations::files_areUpToDate_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English plurals") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

// What lupdate would add is unfinished then, and what it would take out has vanished.
void TestTranslations::files_areUpToDate()
{
    QFETCH(const QString, language);
    const QTemporaryDir scratch;
    const QString file = scratch.filePath(u"lectern_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(translationFile(language), file));
    const QString root = sourceFolder();
    QStringList arguments{u"-silent"_s, u"-I"_s, root, root + u"/ui"_s, u"-ts"_s, file};
    if (language == u"en")
        arguments.prepend(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::ForwardedChannels);
    lupdate.start(QStringLiteral(LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    QStringList faults;
    for (const Message &message : readMessages(file)) {
        if (!message.state.isEmpty())
            faults << u"%1: %2: “%3”"_s.arg(message.state, message.context, message.source);
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestTranslations::chinese_keepsItsForm()
{
    QStringList faults;
    for (const Message &message : readMessages(translationFile(u"zh_CN"_s))) {
        for (const QString &text : message.translations) {
            const QString fault = chineseFault(message, text);
            if (!fault.isEmpty())
                faults << u"%1: “%2” %3"_s.arg(message.context, text, fault);
        }
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
