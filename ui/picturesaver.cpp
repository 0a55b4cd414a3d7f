#include "ui/picturesaver.h"

#include "ui/failuretexts.h"
#include "ui/filechoice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace
{

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(PictureSaver)
};

PictureFile write(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {name, {}};
    return {{},
            Texts::tr("The picture could not be saved as “%1”: %2. Another folder may do.")
                .arg(QDir::toNativeSeparators(name), file.errorString())};
}

QString suffix(ImageType type)
{
    const QByteArray name = contentType(type);
    return type == ImageType::Jpeg ? u"jpg"_s : QString::fromLatin1(name.mid(name.indexOf('/') + 1));
}

}

QString suggestedPictureName(const QUrl &address, ImageType type)
{
    static const QRegularExpression unwanted(u"[^\\w\\-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    constexpr int longest = 80; // characters; file systems end at 255 bytes
    QString name = address.fileName();
    name = name.left(name.lastIndexOf(u'.')).replace(unwanted, u"_"_s).left(longest);
    return (name.isEmpty() ? Texts::tr("picture") : name) + u'.' + suffix(type);
}

void savePicture(QWidget *widget, const QUrl &address, const ImageAnswer &answer,
                 const std::function<void(const PictureFile &)> &told)
{
    if (answer.bytes.isEmpty())
        return told({{}, failureSentence(answer)});
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    const FileChoice choice{FileChoice::Use::Save,
                            Texts::tr("Save Picture"),
                            folder.filePath(suggestedPictureName(address, answer.type)),
                            {}};
    QObject::connect(chooseFile(widget, choice), &QFileDialog::fileSelected, widget,
                     [told, bytes = answer.bytes](const QString &name) { told(write(name, bytes)); });
}
